using Metadata.Indexing;
using Metadata.Movies;
using Metadata.Searching;
using Metadata.Tests.Movies;

namespace Metadata.Tests.Indexing;

/// <summary>Films and questions by chance, with many equal values, unknown values and values at bounds.</summary>
internal static class RandomFilms
{
    public static readonly IReadOnlyList<string> Sorts =
        ["popular", "new", "rating", "year", "title", "duration", "relevance",
         "-popular", "-new", "-rating", "-year", "-title", "-duration", "-relevance"];

    private static readonly string[] Genres =
        ["драма", "комедия", "ужасы", "фантастика", "вестерн", "нуар", "science-fiction & co"];
    private static readonly string[] Countries = ["СССР", "США", "Сша", "сша", "Франция", "ФРАНЦИЯ", "Индия"];
    private static readonly string[] Sources = ["rutube", "archive", "file"];
    private static readonly string[] Directors = [.. Enumerable.Range(0, 40).Select(number => $"Режиссёр {number}")];
    private static readonly int[] Ages = [0, 6, 12, 16, 18];
    private static readonly string[] Words =
        ["Ёлка", "ель", "«Ежик»", "Жук", "еда", "Zorro", "абв", "абвгдежзий", "абвгдежзийк", "12", "№", "...", "їжак", "東京", "𐌰𐌱",
         "&", "é", "ﬀ", "ꙋ"];

    public static IndexedMovie Film(this Random random, int id) => new()
    {
        Id = id,
        Title = string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Pick(Words))),
        Year = random.Maybe(() => random.Next(1888, 2030)),
        Rating = random.Maybe(() => random.Next(4) == 0 ? random.NextDouble() * 10 : random.Next(101) / 10.0),
        AgeRating = random.Maybe(() => random.Pick(Ages)),
        DurationSeconds = random.Maybe(() => (random.Next(0, 1_441) * 60) + (random.Next(3) - 1)) is > 0 and var seconds ? seconds : null,
        Views = random.Next(10) == 0 ? random.NextInt64() : random.Next(30),
        AddedAt = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMilliseconds(random.Next(400)),
        IsActive = random.Next(8) != 0,
        IsAvailable = random.Next(4) != 0,
        IsListed = random.Next(8) != 0,
        Genres = random.Next(5) == 0 ? [] : random.Several(Genres),
        Countries = random.Next(5) == 0 ? [] : [random.Pick(Countries)],
        Directors = random.Next(3) == 0 ? [] : random.Several(Directors),
        Sources = random.Next(20) == 0 ? [] : random.Several(Sources),
    };

    /// <summary>Which filters are set follows from the bits of <paramref name="filters"/>.</summary>
    public static (MovieQuery Query, SearchHits? Hits) Question(this Random random, IReadOnlyCollection<IndexedMovie> films, int filters)
    {
        var hits = Is(0) ? random.Hits(films) : null;
        var query = new MovieQuery
        {
            Q = hits is null ? null : "text",
            Genres = Is(1) ? random.Keys(Genres) : [],
            NotGenres = Is(2) ? [random.Pick(Genres)] : [],
            Country = Is(3) ? random.Keys(Countries)[0] : null,
            Source = Is(4) ? random.Pick(Sources) : null,
            YearFrom = Is(5) ? random.Next(1880, 2035) : null,
            YearTo = Is(6) ? random.Next(1880, 2035) : null,
            RatingFrom = Is(7) ? random.Pick(films.ToList()).Rating ?? 5 : null,
            AgeTo = Is(8) ? random.Pick(Ages) : null,
            DurationFrom = Is(9) ? random.Next(0, 1_441) : null,
            DurationTo = Is(10) ? random.Next(0, 1_441) : null,
            Available = Is(11),
            IncludeInactive = Is(12),
            Ids = Is(13) ? random.Ids(films) : [],
            Sort = random.Pick(Sorts),
        };
        return (query with { Page = random.Next(1, 6), PageSize = random.Next(1, 40) }, hits);

        bool Is(int filter) => ((filters >> filter) & 1) != 0;
    }

    /// <summary>The number of filters that a question can set.</summary>
    public const int Filters = 14;

    /// <summary>A set of filters, few of them, by chance.</summary>
    public static int FewFilters(this Random random) => random.Next(1 << Filters) & random.Next(1 << Filters) & random.Next(1 << Filters);

    public static SearchHits Hits(this Random random, IEnumerable<IndexedMovie> films)
    {
        var share = random.NextDouble();
        return new SearchHits(
            [.. films.Where(_ => random.NextDouble() < share)
                .Select(film => new SearchHit(film.Id, (random.Next(2) * SearchHit.CorrectedFrom) + random.Next(5)))],
            null);
    }

    private static List<int> Ids(this Random random, IEnumerable<IndexedMovie> films)
    {
        var last = films.Max(film => film.Id);
        return [.. Enumerable.Range(0, 60).Select(_ => random.Next(1, last + 500)).Distinct().Order()];
    }

    private static List<string> Keys(this Random random, string[] names) =>
        [.. random.Several(names).Select(TagNames.KeyOf).Distinct(StringComparer.Ordinal)];
}
