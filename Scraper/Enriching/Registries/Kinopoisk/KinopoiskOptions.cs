namespace Scraper.Enriching.Registries.Kinopoisk;

/// <summary>The unofficial API of Kinopoisk; section "Enrichment:Kinopoisk" of the configuration.</summary>
internal sealed class KinopoiskOptions : KeyedRegistryOptions
{
    public const string Section = "Enrichment:Kinopoisk";

    public KinopoiskOptions() =>
        (BaseUrl, DelayMilliseconds) = (new Uri("https://kinopoiskapiunofficial.tech"), 250);
}
