using System.Globalization;
using Scraper.Journal;

namespace Scraper.Editing.Retrying;

/// <summary>What is retried, and what came of it, in words.</summary>
internal static class RetryText
{
    public static string InWords(RetryPlan plan)
    {
        List<string> parts = [];
        if (plan.Pages.Count > 0)
        {
            parts.Add($"{Count(plan.Items, "item")} on {Count(plan.Pages.Count, "page")}");
        }

        if (plan.Rests.Count > 0)
        {
            parts.Add($"{Count(plan.Rests.Count, "target")} not read to the end");
        }

        if (plan.Refused.Count > 0)
        {
            parts.Add($"{Count(plan.Refused.Count, "film")} that Metadata refused");
        }

        return string.Join(", ", parts);
    }

    public static string NameOf(Run run) => Text(
        $"run {run.Id} ({run.Source}, {run.Status.ToString().ToLowerInvariant()}, {run.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC)");

    /// <param name="missing">They are not listed where they were.</param>
    public static string OfItems(int retried, int again, int missing) => Text(
        $"Of {Count(retried, "item")} retried {retried - again - missing} could be read")
        + (again > 0 ? Text($", {again} failed again") : "")
        + (missing > 0 ? Text($", {missing} not listed any more where it was") : "") + ".";

    public static string OfRefused(int retried, int again) => Text(
        $"Of {Count(retried, "film")} that Metadata had refused it refuses {again} again.");

    private static string Count(int number, string what) => Text($"{number} {what}{(number == 1 ? "" : "s")}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
