namespace Metadata.Client;

/// <summary>What the filters offer: each list obeys all filters but its own.</summary>
public sealed record Facets
{
    public required IReadOnlyList<FacetCount> Genres { get; init; }

    public required IReadOnlyList<FacetCount> Countries { get; init; }

    /// <summary>Named by their first year: 1930, 1940…</summary>
    public required IReadOnlyList<FacetCount> Decades { get; init; }

    public required IReadOnlyList<FacetCount> Sources { get; init; }

    public required IReadOnlyList<FacetCount> AgeRatings { get; init; }

    public required FacetRange Years { get; init; }

    public required FacetRange Ratings { get; init; }
}

public sealed record FacetCount(string Name, int Count);

/// <summary>Lowest and highest known value; absent when no film has one.</summary>
public sealed record FacetRange(double? Min = null, double? Max = null);
