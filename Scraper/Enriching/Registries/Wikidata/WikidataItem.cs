using System.Globalization;
using System.Text.Json;
using Scraper.Sources;

namespace Scraper.Enriching.Registries.Wikidata;

/// <summary>Reads the parts of a Wikidata item: labels, and the values of its statements. What is deprecated, unknown or
/// of another form is not there; a preferred statement comes before the others.</summary>
internal static class WikidataItem
{
    private const int YearPrecision = 9;

    private static readonly Dictionary<string, double> SecondsPerUnit = new(StringComparer.Ordinal)
    {
        ["Q7727"] = 60,
        ["Q11574"] = 1,
        ["Q25235"] = 3600,
    };

    public static string? Label(this JsonElement item, string language) =>
        item.Field("labels") is { } labels && labels.Field(language) is { } label ? label.Text("value") : null;

    /// <summary>Labels and other names, in every language asked for.</summary>
    public static IEnumerable<string> Names(this JsonElement item)
    {
        var labels = item.Field("labels") is { ValueKind: JsonValueKind.Object } all
            ? all.EnumerateObject().Select(label => label.Value) : [];
        var aliases = item.Field("aliases") is { ValueKind: JsonValueKind.Object } others
            ? others.EnumerateObject().Where(list => list.Value.ValueKind == JsonValueKind.Array)
                .SelectMany(list => list.Value.EnumerateArray()) : [];
        return labels.Concat(aliases).Select(name => name.Text("value")).OfType<string>();
    }

    /// <summary>Ids of the items that a property names.</summary>
    public static IEnumerable<string> Items(this JsonElement item, Property property) =>
        item.Values(property).Select(value => RegistryIdForms.Wikidata(value.Text("id"))).OfType<string>();

    public static IEnumerable<string> Texts(this JsonElement item, Property property) =>
        item.Values(property).Select(value => value.AsText()?.Trim()).OfType<string>();

    /// <summary>Texts that say their language: "Зеркало", "ru".</summary>
    public static IEnumerable<string> Titles(this JsonElement item, Property property) =>
        item.Values(property).Select(value => value.Text("text")).OfType<string>();

    /// <summary>Years of dates that are exact to a year at least: "+1979-05-25T00:00:00Z".</summary>
    public static IEnumerable<int> Years(this JsonElement item, Property property) =>
        from value in item.Values(property)
        where value.SmallNumber("precision", YearPrecision, 14) is not null
        let time = value.Text("time")
        where time is { Length: >= 5 } && time[0] == '+'
        let year = int.TryParse(time.AsSpan(1, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0
        where year > 0
        select year;

    /// <summary>Lengths in seconds, of whichever unit: "+161" of Q7727.</summary>
    public static IEnumerable<int> Lengths(this JsonElement item, Property property) =>
        from value in item.Values(property)
        let unit = value.Text("unit")?.Split('/')[^1]
        where unit is not null && SecondsPerUnit.ContainsKey(unit)
        let seconds = (value.Real("amount") ?? 0) * SecondsPerUnit[unit]
        where seconds is >= 1 and <= 86_400
        select (int)seconds;

    private static IEnumerable<JsonElement> Values(this JsonElement item, Property property) =>
        (item.Field("claims") is { } claims ? claims.Items(property.Id) : [])
            .Where(statement => statement.Text("rank") != "deprecated")
            .OrderByDescending(statement => statement.Text("rank") == "preferred")
            .Select(statement => statement.Field("mainsnak"))
            .Where(snak => snak?.Text("snaktype") == "value")
            .Select(snak => snak!.Value.Field("datavalue") is { } data ? data.Field("value") : null)
            .Where(value => value is not null).Select(value => value!.Value);
}

/// <summary>A property of Wikidata.</summary>
internal readonly record struct Property(string Id)
{
    public static readonly Property InstanceOf = new("P31");
    public static readonly Property Director = new("P57");
    public static readonly Property Genre = new("P136");
    public static readonly Property Imdb = new("P345");
    public static readonly Property Country = new("P495");
    public static readonly Property PublicationDate = new("P577");
    public static readonly Property Title = new("P1476");
    public static readonly Property Duration = new("P2047");
    public static readonly Property Kinopoisk = new("P2603");
    public static readonly Property Tmdb = new("P4947");
}
