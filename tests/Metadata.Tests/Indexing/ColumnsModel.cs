using Metadata.Client;
using Metadata.Indexing;
using Metadata.Matching;
using Metadata.Movies;
using Metadata.Searching;

namespace Metadata.Tests.Indexing;

/// <summary>The contract's filters, sorts, facets and similar films by looking at every film: what the columns must
/// answer.</summary>
internal static class ColumnsModel
{
    public static IReadOnlyList<int> List(this IEnumerable<IndexedMovie> films, MovieQuery query, SearchHits? hits) =>
        [.. films.Kept(query, hits).Sorted(query.EffectiveSort, hits).Select(film => film.Id)];

    public static Facets Facets(this IReadOnlyCollection<IndexedMovie> films, MovieQuery query, SearchHits? hits)
    {
        var years = films.Kept(query, hits, "year").Select(film => film.Year).OfType<int>().ToList();
        var ratings = films.Kept(query, hits, "rating").Select(film => film.Rating).ToList();
        return new Facets
        {
            Genres = Named(films.Kept(query, hits, "genre").SelectMany(film => film.Genres)),
            Countries = Named(films.Kept(query, hits, "country").SelectMany(film => film.Countries)),
            Sources = Named(films.Kept(query, hits, "source").SelectMany(film => film.Sources)),
            Decades = Numbered(years.Select(year => year / 10 * 10)),
            AgeRatings = Numbered(films.Kept(query, hits, "age").Select(film => film.AgeRating).OfType<int>()),
            Years = years.Count == 0 ? new FacetRange() : new FacetRange(years.Min(), years.Max()),
            Ratings = new FacetRange(ratings.Min(), ratings.Max()),
        };
    }

    public static IEnumerable<SimilarFilm> Similar(this IReadOnlyCollection<IndexedMovie> films, IndexedMovie own) =>
        from film in films
        where film.Id != own.Id && film.IsActive && film.IsListed
        let directors = Common(film.Directors, own.Directors)
        let genres = Common(film.Genres, own.Genres)
        where directors > 0 || genres > 0
        orderby directors descending, genres descending, Math.Abs(film.Year - own.Year ?? int.MaxValue), film.Views descending, film.Id
        select new SimilarFilm(film.Id, directors > 0 ? SimilarReason.SameDirector : SimilarReason.SameGenres);

    public static IEnumerable<IndexedMovie> Kept(
        this IEnumerable<IndexedMovie> films, MovieQuery asked, SearchHits? hits, string? except = null)
    {
        var found = hits?.Hits.Select(hit => hit.MovieId).ToHashSet();
        return films
            .Where(film => asked.IncludeInactive || (film.IsActive && (film.IsListed || asked.Ids.Count > 0)))
            .Where(film => found is null || found.Contains(film.Id))
            .Where(film => asked.Ids.Count == 0 || asked.Ids.Contains(film.Id))
            .Where(film => !asked.Available || film.IsAvailable)
            .Where(film => except == "genre" || asked.Genres.Count == 0 || asked.Genres.Any(genre => Has(film.Genres, genre)))
            .Where(film => !asked.NotGenres.Any(genre => Has(film.Genres, genre)))
            .Where(film => except == "country" || asked.Country is null || Has(film.Countries, asked.Country))
            .Where(film => except == "source" || asked.Source is null || Has(film.Sources, asked.Source))
            .Where(film => except == "year" || asked.YearFrom is null || film.Year >= asked.YearFrom)
            .Where(film => except == "year" || asked.YearTo is null || film.Year <= asked.YearTo)
            .Where(film => except == "rating" || asked.RatingFrom is null || film.Rating >= asked.RatingFrom)
            .Where(film => except == "age" || asked.AgeTo is null || film.AgeRating <= asked.AgeTo)
            .Where(film => asked.DurationFrom is null || film.DurationSeconds >= asked.DurationFrom * 60)
            .Where(film => asked.DurationTo is null || film.DurationSeconds <= asked.DurationTo * 60);
    }

    private static IEnumerable<IndexedMovie> Sorted(this IEnumerable<IndexedMovie> films, string sort, SearchHits? hits)
    {
        var scores = hits?.Hits.ToDictionary(hit => hit.MovieId, hit => hit.Score) ?? [];
        return (sort switch
        {
            "popular" => films.OrderByDescending(film => film.Views),
            "-popular" => films.OrderBy(film => film.Views),
            "new" => films.OrderByDescending(film => film.AddedAt),
            "-new" => films.OrderBy(film => film.AddedAt),
            "rating" => films.OrderByDescending(film => film.Rating ?? -1),
            "-rating" => films.OrderBy(film => film.Rating ?? 11),
            "year" => films.OrderByDescending(film => film.Year ?? 0),
            "-year" => films.OrderBy(film => film.Year ?? 9_999),
            "duration" => films.OrderBy(film => film.DurationSeconds ?? int.MaxValue),
            "-duration" => films.OrderByDescending(film => film.DurationSeconds ?? 0),
            "title" => films.OrderBy(film => TitleText.Fold(film.Title), StringComparer.Ordinal),
            "-title" => films.OrderByDescending(film => TitleText.Fold(film.Title), StringComparer.Ordinal),
            "relevance" => films.OrderBy(film => scores[film.Id]).ThenByDescending(film => film.Views),
            "-relevance" => films.OrderByDescending(film => scores[film.Id]).ThenBy(film => film.Views),
            _ => throw new ArgumentException($"The model knows no sort '{sort}'.", nameof(sort)),
        }).ThenBy(film => film.Id);
    }

    private static bool Has(IReadOnlyList<string> names, string key) =>
        names.Select(name => name.ToLowerInvariant()).Contains(key, StringComparer.Ordinal);

    private static int Common(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Select(name => name.ToLowerInvariant())
            .Intersect(other.Select(name => name.ToLowerInvariant()), StringComparer.Ordinal).Count();

    private static FacetCount[] Named(IEnumerable<string> names) =>
        [.. names.GroupBy(name => name.ToLowerInvariant(), StringComparer.Ordinal)
            .Select(spellings => new FacetCount(spellings.Max(StringComparer.Ordinal)!, spellings.Count()))
            .OrderByDescending(count => count.Count).ThenBy(count => count.Name, StringComparer.Ordinal)];

    private static FacetCount[] Numbered(IEnumerable<int> numbers) =>
        [.. numbers.Order().GroupBy(number => number, (number, all) => new FacetCount($"{number}", all.Count()))];
}
