namespace Metadata.Client;

/// <summary>The registries of films that facts come from, by the names they go under everywhere.</summary>
public static class Registries
{
    public const string Kinopoisk = "kinopoisk";
    public const string Tmdb = "tmdb";
    public const string Wikidata = "wikidata";

    /// <summary>All of them; of two that know a field the one named first is believed.</summary>
    public static IReadOnlyList<string> ByTrust { get; } = [Kinopoisk, Tmdb, Wikidata];
}

/// <summary>What a registry says of a film. Absent means that it does not say.</summary>
public sealed record RegistryFacts
{
    /// <summary>Year of release; 1888 to next year.</summary>
    public int? Year { get; init; }

    public string? OriginalTitle { get; init; }

    /// <summary>Russian names.</summary>
    public IReadOnlyList<string>? Genres { get; init; }

    public IReadOnlyList<string>? Countries { get; init; }

    public IReadOnlyList<string>? Directors { get; init; }

    /// <summary>Score from 0 to 10.</summary>
    public double? Rating { get; init; }

    /// <summary>How many people the score is the mean of.</summary>
    public int? RatingVotes { get; init; }

    /// <summary>0, 6, 12, 16 or 18.</summary>
    public int? AgeRating { get; init; }

    /// <summary>The film's ids: its own at this registry, and those of others that it knows.</summary>
    public ExternalIds? ExternalIds { get; init; }
}
