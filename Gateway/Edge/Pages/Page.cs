namespace Gateway.Edge.Pages;

/// <summary>A finished answer that is kept.</summary>
/// <param name="Stamp">The state of the catalogue that it shows; null when its parts were of several, or of none that
/// could be told. Then it is only good for times when nothing better can be had.</param>
/// <param name="BegunAt">When its making began: nothing that was written later need be in it.</param>
internal sealed record Page(FinishedAnswer Answer, string? Stamp, DateTimeOffset BegunAt)
{
    // What a page takes beside its key and bodies: the objects around them, places in tables, finished headers.
    private const int OverheadBytes = 1_000;

    private static readonly TimeSpan PassingLife = TimeSpan.FromMinutes(1);

    /// <summary>Room reckoned for it: compressed twins, once made, hardly ever take more than the plain body.</summary>
    public int Bytes => (2 * Answer.Body.Length) + OverheadBytes;

    /// <summary>Whether it shows the catalogue as it is, as far as that can be seen.</summary>
    public bool IsCurrent(Sighting sighting, TimeProvider clock) =>
        Stamp is not null && Stamp == sighting.Stamp && !sighting.IsAway && !sighting.IsLate
        && (!Answer.IsPassing || clock.GetUtcNow() - BegunAt < PassingLife);

    /// <summary>As an answer that says how old it is.</summary>
    public FinishedAnswer AsStale(TimeProvider clock) => Answer with { StaleFor = clock.GetUtcNow() - BegunAt };
}
