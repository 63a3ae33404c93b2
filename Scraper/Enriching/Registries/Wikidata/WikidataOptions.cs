namespace Scraper.Enriching.Registries.Wikidata;

/// <summary>Wikidata; section "Enrichment:Wikidata" of the configuration.</summary>
internal sealed class WikidataOptions : RegistryOptions
{
    public const string Section = "Enrichment:Wikidata";

    public WikidataOptions() => (BaseUrl, DelayMilliseconds) = (new Uri("https://www.wikidata.org"), 500);

    /// <summary>Whether it is asked. It wants no key; its data are in the public domain (CC0).</summary>
    public bool Enabled { get; init; } = true;
}
