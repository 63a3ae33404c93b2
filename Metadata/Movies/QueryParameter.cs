using System.Globalization;
using Microsoft.Extensions.Primitives;
using Microsoft.OpenApi;

namespace Metadata.Movies;

/// <summary>One parameter of a query, as it is documented.</summary>
internal abstract record QueryParameter
{
    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>What the OpenAPI document says of the value.</summary>
    public required OpenApiSchema Schema { get; init; }

    /// <summary>Whether it may be given more than once.</summary>
    public bool Repeats { get; init; }
}

/// <summary>One parameter of a query: how it is read, checked, told apart in the cache and documented.</summary>
/// <typeparam name="TQuery">The query that it is a part of.</typeparam>
internal sealed record QueryParameter<TQuery> : QueryParameter
{
    /// <summary>Puts the values given into the query; or returns what is wrong with them.</summary>
    public required Func<TQuery, IReadOnlyList<string>, (TQuery Query, string? Problem)> Read { get; init; }

    /// <summary>The value as part of a cache key; null when it is the default.</summary>
    public required Func<TQuery, string?> KeyPart { get; init; }
}

/// <summary>A query made of parameters.</summary>
internal static class QueryParameters
{
    /// <summary>Reads all parameters and reports all that are wrong. Unknown parameters are ignored.</summary>
    public static TQuery Read<TQuery>(
        this IReadOnlyList<QueryParameter<TQuery>> parameters, IQueryCollection given, TQuery query,
        out Dictionary<string, string[]> errors)
    {
        errors = new(StringComparer.Ordinal);
        foreach (var parameter in parameters)
        {
            var values = Given(given[parameter.Name]);
            if (values.Count == 0)
            {
                continue;
            }

            var (read, problem) = values.Count > 1 && !parameter.Repeats
                ? (query, $"must be given once, found {values.Count} times")
                : parameter.Read(query, values);
            query = read;
            if (problem is not null)
            {
                errors[parameter.Name] = [$"{parameter.Name} {problem}."];
            }
        }

        return query;
    }

    /// <summary>The same text for every query that asks the same.</summary>
    public static string CacheKey<TQuery>(this IReadOnlyList<QueryParameter<TQuery>> parameters, TQuery query) =>
        string.Join('&', from parameter in parameters
                         let part = parameter.KeyPart(query)
                         where part is not null
                         select $"{parameter.Name}={part}");

    /// <summary>The value as a problem shows it.</summary>
    public static string Quote(string value) => value.Length > 60 ? $"'{value[..60]}…'" : $"'{value}'";

    public static string Invariant(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    // An empty field of a form is a filter not set.
    private static List<string> Given(StringValues values) =>
        [.. values.Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value!.Trim())];
}
