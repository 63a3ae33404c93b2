namespace Scraper.Enriching.Registries.Tmdb;

/// <summary>The Movie Database; section "Enrichment:Tmdb" of the configuration. Its key here is the "API Read Access
/// Token", which goes in a header; the older short key would have to stand in every address.</summary>
internal sealed class TmdbOptions : KeyedRegistryOptions
{
    public const string Section = "Enrichment:Tmdb";

    public TmdbOptions() => (BaseUrl, DelayMilliseconds) = (new Uri("https://api.themoviedb.org"), 250);
}
