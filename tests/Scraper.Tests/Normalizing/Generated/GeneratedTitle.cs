namespace Scraper.Tests.Normalizing.Generated;

/// <summary>A raw title put together from a film of the lists and a decoration, and how it must be read.</summary>
/// <param name="Duration">A length that such an upload could have.</param>
internal sealed record GeneratedTitle(
    int Pattern, string Raw, string Kind, string Title, string Original, int? Year, int? Season, int? Episode,
    TimeSpan Duration)
{
    /// <summary>What is neither film nor instalment is never shown, so only its kind matters.</summary>
    public bool IsWork => Kind != "Other";
}
