using Gateway.Edge;

namespace Gateway.Catalog;

/// <summary>What a visitor asks of a route, written the same way however it was asked.</summary>
/// <param name="Canonical">The query to send on: known parameters in the table's order, without those that say what
/// would be taken anyway.</param>
/// <param name="Errors">What is wrong, by parameter.</param>
internal sealed record CatalogQuery(string Canonical, IReadOnlyDictionary<string, string[]> Errors)
{
    public Problem? Refusal => Errors.Count == 0 ? null : new Problem(
        StatusCodes.Status400BadRequest, string.Join(" ", Errors.Values.SelectMany(messages => messages)))
    {
        Errors = Errors,
    };

    /// <summary>Reads the parameters that a route takes; unknown ones are passed over.</summary>
    public static CatalogQuery Read(IReadOnlyList<CatalogParameter> taken, IQueryCollection query)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var parts = new List<(CatalogParameter Parameter, string Value)>();
        foreach (var parameter in taken)
        {
            var (values, problem) = parameter.Read(query[parameter.Name]);
            parts.AddRange(values.Select(value => (parameter, value)));
            if (problem is not null)
            {
                errors[parameter.Name] = [$"{parameter.Name} {problem}."];
            }
        }

        bool Has(string name) => parts.Exists(part => part.Parameter.Name == name);
        var (searches, hasCursor) = (Has("q"), Has("cursor"));
        var telling = from part in parts
                      where !IsTaken(part.Parameter, part.Value, searches) && !(hasCursor && part.Parameter.Name == "page")
                      select $"{part.Parameter.Name}={Uri.EscapeDataString(part.Value)}";
        return new CatalogQuery(string.Join('&', telling), errors);
    }

    private static bool IsTaken(CatalogParameter parameter, string value, bool searches) =>
        parameter == CatalogParameters.Sort
            ? value == "relevance" || (value == "popular" && !searches)
            : value == parameter.Default?.ToString();
}
