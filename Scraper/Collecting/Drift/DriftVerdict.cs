using Scraper.Journal;

namespace Scraper.Collecting.Drift;

/// <summary>How a run compares with its source's earlier ones.</summary>
/// <param name="Reasons">Measure, baseline, value found and bound, the gravest first.</param>
internal sealed record DriftVerdict(DriftLevel Level, IReadOnlyList<string> Reasons)
{
    public static DriftVerdict Fine { get; } = new(DriftLevel.Ok, []);

    public static DriftVerdict Of(IEnumerable<DriftVerdict> verdicts)
    {
        var all = verdicts.OrderByDescending(verdict => verdict.Level).ToList();
        return all.Count == 0 ? Fine : new DriftVerdict(all[0].Level, [.. all.SelectMany(verdict => verdict.Reasons).Distinct(StringComparer.Ordinal)]);
    }
}
