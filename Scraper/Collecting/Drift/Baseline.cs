namespace Scraper.Collecting.Drift;

/// <summary>What a source's answers to one form of target looked like lately.</summary>
/// <param name="OfForm">Good runs of this form, whatever their targets.</param>
/// <param name="OfScope">Those among them that read the same targets in the same way.</param>
/// <param name="Taught">Runs that an editor has released: what they found is normal too.</param>
internal sealed record Baseline(
    IReadOnlyList<Profile> OfForm, IReadOnlyList<Profile> OfScope, IReadOnlyList<Profile> Taught)
{
    /// <summary>Fewer runs do not show what is normal.</summary>
    public const int LeastRuns = 5;

    public static Baseline None { get; } = new([], [], []);

    /// <summary>Whether a run can be judged at all.</summary>
    public bool CanJudge => OfForm.Count >= LeastRuns;
}
