using System.Text.Json;
using Metadata.Client;
using Scraper.Sources;

namespace Scraper.Enriching.Registries.Wikidata;

/// <summary>A film as Wikidata has it; genres, countries and directors are items whose names are asked for only once the
/// film is known to be the right one.</summary>
internal sealed record WikidataFilm(
    RegistryCandidate Candidate, IReadOnlyList<string> Genres, IReadOnlyList<string> Countries, IReadOnlyList<string> Directors)
{
    /// <summary>Classes of films: film, feature, short, television, animated (also feature, short, anime), documentary and
    /// silent film.</summary>
    public static readonly IReadOnlyList<string> Classes =
    [
        "Q11424", "Q24869", "Q24862", "Q506240", "Q202866", "Q29168811", "Q17517379", "Q20650540", "Q93204", "Q226730",
    ];

    public IEnumerable<string> Named => Genres.Concat(Countries).Concat(Directors);

    /// <summary>Null when the item is no film.</summary>
    public static WikidataFilm? Read(JsonElement item)
    {
        if (RegistryIdForms.Wikidata(item.Text("id")) is not { } id || !item.Items(Property.InstanceOf).Any(Classes.Contains))
        {
            return null;
        }

        var years = item.Years(Property.PublicationDate).ToList();
        int? year = years.Count == 0 ? null : years.Min();
        return new WikidataFilm(
            new RegistryCandidate
            {
                Id = id,
                Titles = [.. item.Names().Concat(item.Titles(Property.Title)).Distinct(StringComparer.Ordinal)],
                Year = year,
                DurationsSeconds = [.. item.Lengths(Property.Duration).Distinct()],
                Facts = new RegistryFacts
                {
                    Year = year,
                    OriginalTitle = item.Titles(Property.Title).FirstOrDefault(),
                    ExternalIds = new ExternalIds(
                        Imdb: item.Texts(Property.Imdb).Select(RegistryIdForms.Imdb).FirstOrDefault(known => known is not null),
                        Kinopoisk: item.Texts(Property.Kinopoisk).Select(RegistryIdForms.Number).FirstOrDefault(known => known is not null),
                        Tmdb: item.Texts(Property.Tmdb).Select(RegistryIdForms.Number).FirstOrDefault(known => known is not null),
                        Wikidata: id),
                },
            },
            [.. item.Items(Property.Genre).Distinct(StringComparer.Ordinal)],
            [.. item.Items(Property.Country).Distinct(StringComparer.Ordinal)],
            [.. item.Items(Property.Director).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The film with the names of its genres, countries and directors.</summary>
    public RegistryCandidate WithNames(IReadOnlyDictionary<string, ItemName> names)
    {
        IEnumerable<ItemName> Known(IReadOnlyList<string> ids) => ids.Where(names.ContainsKey).Select(id => names[id]);
        return Candidate with
        {
            Facts = Candidate.Facts with
            {
                Genres = [.. Known(Genres).Select(name => Genre(name.Russian) ?? Genre(name.English)).OfType<string>().Distinct(StringComparer.Ordinal)],
                Countries = [.. Known(Countries).Select(name => name.Russian ?? name.English).OfType<string>().Select(RegistryTerms.Country)],
                Directors = [.. Known(Directors).Select(name => name.Russian ?? name.English).OfType<string>()],
            },
        };
    }

    private static string? Genre(string? name) => name is null ? null : RegistryTerms.Genre(name);
}

/// <summary>What an item is called.</summary>
internal sealed record ItemName(string? Russian, string? English);
