using Scraper.Collecting.Drift;
using Scraper.Journal;

namespace Scraper.Editing.Runs;

/// <summary>What a run read of one of its targets.</summary>
/// <param name="Items">As listed; an item may be listed twice.</param>
/// <param name="New">Videos that no earlier run had seen.</param>
/// <param name="End">"finished", "unfinished", "not begun" or "failed".</param>
/// <param name="Failure">Why it could not be read; absent when it could.</param>
internal sealed record RunTarget(string Target, int Pages, int Items, int Unreadable, int New, string End, string? Failure)
{
    public static IReadOnlyList<RunTarget> Of(Run run, IEnumerable<RunPage> pages)
    {
        var kept = pages.ToLookup(page => page.Target, StringComparer.Ordinal);
        return [.. run.Targets.Distinct(StringComparer.Ordinal).Select(target => Of(target, [.. kept[target]]))];
    }

    private static RunTarget Of(string target, IReadOnlyList<RunPage> pages)
    {
        var sum = new Profile();
        foreach (var page in pages.Select(page => page.Profile).OfType<string>())
        {
            sum.Add(Profile.Read(page));
        }

        var failure = pages.Count == 0 ? null : pages[^1].Failure;
        return new RunTarget(
            target, pages.Count(page => page.Failure is null), sum.Items, sum.Unreadable, sum.New,
            pages.Count == 0 ? "not begun" : failure is not null ? "failed" : pages[^1].NextCursor is null ? "finished" : "unfinished",
            failure);
    }
}
