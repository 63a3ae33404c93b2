namespace Metadata.Matching;

/// <summary>A film's ids at the registries; null where unknown.</summary>
internal readonly record struct RegistryIds(string? Imdb, string? Kinopoisk, string? Tmdb, string? Wikidata)
{
    public bool IsEmpty => Imdb is null && Kinopoisk is null && Tmdb is null && Wikidata is null;

    public bool Shares(RegistryIds other) =>
        IsSame(Imdb, other.Imdb) || IsSame(Kinopoisk, other.Kinopoisk) || IsSame(Tmdb, other.Tmdb) || IsSame(Wikidata, other.Wikidata);

    /// <summary>Whether one registry knows them as two films.</summary>
    public bool Conflicts(RegistryIds other) =>
        Differs(Imdb, other.Imdb) || Differs(Kinopoisk, other.Kinopoisk) || Differs(Tmdb, other.Tmdb) || Differs(Wikidata, other.Wikidata);

    public RegistryIds Or(RegistryIds other) =>
        new(Imdb ?? other.Imdb, Kinopoisk ?? other.Kinopoisk, Tmdb ?? other.Tmdb, Wikidata ?? other.Wikidata);

    private static bool IsSame(string? one, string? other) => one is not null && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool Differs(string? one, string? other) =>
        one is not null && other is not null && !string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
