namespace Metadata.Client;

/// <summary>Plays counted on the site since the last report.</summary>
public sealed record PlayCount(int MovieId, int Count);
