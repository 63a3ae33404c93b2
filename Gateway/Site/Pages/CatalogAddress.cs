using System.Globalization;
using Gateway.Catalog;
using Microsoft.OpenApi;

namespace Gateway.Site.Pages;

/// <summary>The filters, sort and page that an address of the catalogue asks for. What the site would not understand is
/// dropped, as the site does, so that every list has one address.</summary>
internal sealed class CatalogAddress
{
    private const int MaxTextLength = 200;
    private const string Path = "/catalog";

    /// <summary>What the site has no control for.</summary>
    private static readonly string[] ForPrograms = ["notGenre", "ageTo", "available", "ids", "pageSize", "cursor"];

    private static readonly IReadOnlyList<CatalogParameter> Parameters =
        [.. CatalogParameters.List.Where(parameter => !ForPrograms.Contains(parameter.Name, StringComparer.Ordinal))];

    private readonly List<(string Name, string Value)> _values;

    private CatalogAddress(List<(string Name, string Value)> values) => _values = values;

    /// <summary>The words of a search; null when there are none.</summary>
    public string? Words => Value("q");

    public bool IsPlain => _values.Count == 0;

    public string Canonical => IsPlain ? Path : $"{Path}?{Query(_values)}";

    /// <summary>The filters without sort and page.</summary>
    public string Filters => Query(_values.Where(value => value.Name is not ("sort" or "page")));

    public static CatalogAddress Read(IQueryCollection query)
    {
        var values = new List<(string Name, string Value)>();
        foreach (var parameter in Parameters)
        {
            var given = query[parameter.Name].OfType<string>().Select(PlainText.Line)
                .Where(value => IsUnderstood(parameter, value));
            values.AddRange(
                from value in parameter.Repeats ? given.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal) : given.Take(1)
                select (parameter.Name, value));
        }

        var ownSort = values.Exists(value => value.Name == "q") ? "relevance" : "popular";
        values.RemoveAll(value => value is ("page", "1") || (value.Name == "sort" && value.Value == ownSort));
        return new CatalogAddress(values);
    }

    public string? Value(string name) => _values.Find(value => value.Name == name).Value;

    public IEnumerable<string> Values(string name) => _values.Where(value => value.Name == name).Select(value => value.Value);

    private static bool IsUnderstood(CatalogParameter parameter, string value) =>
        value.Length is > 0 and <= MaxTextLength
        && (parameter.OneOf.Count == 0 || parameter.OneOf.Contains(value, StringComparer.Ordinal))
        && parameter.Type switch
        {
            JsonSchemaType.Integer => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= (parameter.Minimum ?? 0),
            JsonSchemaType.Number => decimal.TryParse(
                value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                && number <= (parameter.Maximum ?? decimal.MaxValue),
            _ => true,
        };

    private static string Query(IEnumerable<(string Name, string Value)> values) => string.Join('&', values.Select(
        value => $"{value.Name}={Uri.EscapeDataString(value.Value).Replace("%20", "+", StringComparison.Ordinal)}"));
}
