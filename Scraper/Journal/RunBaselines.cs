using Microsoft.EntityFrameworkCore;
using Scraper.Collecting.Drift;

namespace Scraper.Journal;

/// <summary>The profiles of a source's runs: read to judge a run by, written when it has been judged.</summary>
internal static class RunBaselines
{
    /// <param name="scope">See <see cref="ScopeOf"/>.</param>
    public static async Task<IReadOnlyDictionary<string, Baseline>> LoadAsync(
        JournalDb db, Run run, IEnumerable<string> forms, string scope, int runs, CancellationToken cancellationToken)
    {
        var baselines = new Dictionary<string, Baseline>(StringComparer.Ordinal);
        foreach (var form in forms.Distinct(StringComparer.Ordinal))
        {
            var good = db.Profiles.AsNoTracking()
                .Where(profile => profile.Source == run.Source && profile.Form == form && profile.IsGood && profile.RunId != run.Id)
                .OrderByDescending(profile => profile.RunId);
            var ofForm = await good.Take(runs).ToListAsync(cancellationToken);
            var ofScope = await good.Where(profile => profile.Scope == scope).Take(runs).ToListAsync(cancellationToken);
            baselines[form] = new Baseline(Read(ofForm), Read(ofScope), Read(ofForm.Where(profile => profile.IsTaught)));
        }

        return baselines;
    }

    /// <summary>Runs of one scope read the same targets equally far.</summary>
    public static string ScopeOf(Run run, RunTargets targets) => string.Join(
        '\n', run.Targets.Select(target => $"{(targets.WalkOf(target).IsFull ? "all" : "new")} {run.Limit} {target}"));

    public static void Keep(JournalDb db, Run run, string scope, RunWatch watch, bool isGood) =>
        db.Profiles.AddRange(watch.Profiles.Select(profile => new RunProfile
        {
            RunId = run.Id,
            Form = profile.Key,
            Source = run.Source,
            Scope = scope,
            Counts = profile.Value.ToJson(),
            IsGood = isGood,
        }));

    private static List<Profile> Read(IEnumerable<RunProfile> profiles) => [.. profiles.Select(profile => Profile.Read(profile.Counts))];
}
