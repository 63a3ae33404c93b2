using Metadata.Client;

namespace Metadata.Tests.Movies;

/// <summary>The contract's filters, sorts and facets over plain objects: what the service must answer.</summary>
internal static class FilmModel
{
    public static IEnumerable<MovieDetails> Kept(this IEnumerable<MovieDetails> films, Asked asked, string? except = null) => films
        .Where(film => film.IsActive)
        .Where(film => except == "genre" || asked.Genres.Count == 0 || film.Genres.Intersect(asked.Genres, StringComparer.Ordinal).Any())
        .Where(film => !film.Genres.Intersect(asked.NotGenres, StringComparer.Ordinal).Any())
        .Where(film => except == "country" || asked.Country is null || film.Countries.Contains(asked.Country, StringComparer.Ordinal))
        .Where(film => except == "source" || asked.Source is null || film.Sources.Contains(asked.Source, StringComparer.Ordinal))
        .Where(film => except == "year" || asked.YearFrom is null || film.Year >= asked.YearFrom)
        .Where(film => except == "year" || asked.YearTo is null || film.Year <= asked.YearTo)
        .Where(film => except == "rating" || asked.RatingFrom is null || film.Rating >= asked.RatingFrom)
        .Where(film => asked.DurationFrom is null || film.DurationSeconds >= asked.DurationFrom * 60)
        .Where(film => asked.DurationTo is null || film.DurationSeconds <= asked.DurationTo * 60)
        .Where(film => except == "age" || asked.AgeTo is null || film.AgeRating <= asked.AgeTo)
        .Where(film => !asked.Available || film.IsAvailable);

    public static IEnumerable<MovieDetails> Sorted(this IEnumerable<MovieDetails> films, string? sort) => (sort ?? "popular") switch
    {
        "popular" or "relevance" => films.OrderByDescending(film => film.Views).ThenBy(film => film.Id),
        "-popular" or "-relevance" => films.OrderBy(film => film.Views).ThenBy(film => film.Id),
        "new" => films.OrderByDescending(film => film.AddedAt).ThenBy(film => film.Id),
        "-new" => films.OrderBy(film => film.AddedAt).ThenBy(film => film.Id),
        "rating" => films.OrderByDescending(film => film.Rating ?? -1).ThenBy(film => film.Id),
        "-rating" => films.OrderBy(film => film.Rating ?? 11).ThenBy(film => film.Id),
        "year" => films.OrderByDescending(film => film.Year ?? 0).ThenBy(film => film.Id),
        "-year" => films.OrderBy(film => film.Year ?? 9_999).ThenBy(film => film.Id),
        "duration" => films.OrderBy(film => film.DurationSeconds ?? int.MaxValue).ThenBy(film => film.Id),
        "-duration" => films.OrderByDescending(film => film.DurationSeconds ?? 0).ThenBy(film => film.Id),
        "title" => films.OrderBy(film => Alphabetical(film.Title), StringComparer.Ordinal).ThenBy(film => film.Id),
        "-title" => films.OrderByDescending(film => Alphabetical(film.Title), StringComparer.Ordinal).ThenBy(film => film.Id),
        _ => throw new ArgumentException($"The model knows no sort '{sort}'.", nameof(sort)),
    };

    public static Facets Facets(this IReadOnlyList<MovieDetails> films, Asked asked)
    {
        var years = films.Kept(asked, "year").Where(film => film.Year is not null).ToList();
        return new Facets
        {
            Genres = Named(films.Kept(asked, "genre").SelectMany(film => film.Genres)),
            Countries = Named(films.Kept(asked, "country").SelectMany(film => film.Countries)),
            Sources = Named(films.Kept(asked, "source").SelectMany(film => film.Sources)),
            Decades = Numbered(years.Select(film => film.Year!.Value / 10 * 10)),
            AgeRatings = Numbered(films.Kept(asked, "age").Select(film => film.AgeRating).OfType<int>()),
            Years = new FacetRange(years.Min(film => film.Year), years.Max(film => film.Year)),
            Ratings = new FacetRange(
                films.Kept(asked, "rating").Min(film => film.Rating), films.Kept(asked, "rating").Max(film => film.Rating)),
        };
    }

    private static string Alphabetical(string title) => title.ToLowerInvariant().Replace('ё', 'е').Replace("«", "").Replace("»", "");

    private static FacetCount[] Named(IEnumerable<string> names) =>
        [.. names.GroupBy(name => name, (name, all) => new FacetCount(name, all.Count()), StringComparer.Ordinal)
            .OrderByDescending(count => count.Count).ThenBy(count => count.Name, StringComparer.Ordinal)];

    private static FacetCount[] Numbered(IEnumerable<int> numbers) =>
        [.. numbers.Order().GroupBy(number => number, (number, all) => new FacetCount($"{number}", all.Count()))];
}

/// <summary>A question to the catalogue.</summary>
internal sealed record Asked
{
    public IReadOnlyList<string> Genres { get; init; } = [];

    public IReadOnlyList<string> NotGenres { get; init; } = [];

    public string? Country { get; init; }

    public string? Source { get; init; }

    public int? YearFrom { get; init; }

    public int? YearTo { get; init; }

    public double? RatingFrom { get; init; }

    public int? DurationFrom { get; init; }

    public int? DurationTo { get; init; }

    public int? AgeTo { get; init; }

    public bool Available { get; init; }

    public string Query => string.Join('&', new (string Name, object? Value)[]
        {
            ("country", Country), ("source", Source), ("yearFrom", YearFrom), ("yearTo", YearTo), ("ratingFrom", RatingFrom),
            ("durationFrom", DurationFrom), ("durationTo", DurationTo), ("ageTo", AgeTo), ("available", Available ? "true" : null),
        }
        .Concat(Genres.Select(genre => (Name: "genre", Value: (object?)genre)))
        .Concat(NotGenres.Select(genre => (Name: "notGenre", Value: (object?)genre)))
        .Where(parameter => parameter.Value is not null)
        .Select(parameter => FormattableString.Invariant($"{parameter.Name}={Uri.EscapeDataString(FormattableString.Invariant($"{parameter.Value}"))}")));
}
