using System.Globalization;
using Metadata.Client;
using Metadata.Movies;
using Metadata.Searching;

namespace Metadata.Indexing;

/// <summary>Answers lists, facets and similar films by looking at every film.</summary>
internal sealed class MovieColumns
{
    private readonly Dictionary<int, IndexedMovie> _movies = [];

    public void Put(IndexedMovie movie) => _movies[movie.Id] = movie;

    public void Clear() => _movies.Clear();

    public MoviePage Page(MovieQuery query, SearchHits? hits)
    {
        var kept = Sorted(Kept(query, hits, OwnFilter.None), query, hits).Select(movie => movie.Id).ToList();
        return new MoviePage([.. kept.Skip((int)Math.Min(int.MaxValue, (query.Page - 1L) * query.PageSize)).Take(query.PageSize)], kept.Count, null);
    }

    public int? Random(MovieQuery query, SearchHits? hits, Random random)
    {
        var kept = Kept(query, hits, OwnFilter.None).Select(movie => movie.Id).Order().ToList();
        return kept.Count == 0 ? null : kept[random.Next(kept.Count)];
    }

    public Facets Facets(MovieQuery query, SearchHits? hits)
    {
        var years = Kept(query, hits, OwnFilter.Year).Select(movie => movie.Year).OfType<int>().ToList();
        var ratings = Kept(query, hits, OwnFilter.Rating).Select(movie => movie.Rating).OfType<double>().ToList();
        return new Facets
        {
            Genres = Names(Kept(query, hits, OwnFilter.Genre).SelectMany(movie => movie.Genres)),
            Countries = Names(Kept(query, hits, OwnFilter.Country).SelectMany(movie => movie.Countries)),
            Sources = Names(Kept(query, hits, OwnFilter.Source).SelectMany(movie => movie.Sources)),
            Decades = Numbers(years.Select(year => year / 10 * 10)),
            AgeRatings = Numbers(Kept(query, hits, OwnFilter.Age).Select(movie => movie.AgeRating).OfType<int>()),
            Years = years.Count == 0 ? new FacetRange() : new FacetRange(years.Min(), years.Max()),
            Ratings = ratings.Count == 0 ? new FacetRange() : new FacetRange(ratings.Min(), ratings.Max()),
        };
    }

    public IReadOnlyList<SimilarFilm> Similar(int id, int limit)
    {
        var own = _movies[id];
        var scored = from movie in _movies.Values
                     where movie.Id != id && movie.IsActive
                     let directors = Shared(movie.Directors, own.Directors)
                     let genres = Shared(movie.Genres, own.Genres)
                     where directors > 0 || genres > 0
                     orderby directors descending, genres descending,
                         movie.Year == null || own.Year == null ? int.MaxValue : Math.Abs(movie.Year.Value - own.Year.Value),
                         movie.Views descending, movie.Id
                     select new SimilarFilm(movie.Id, directors > 0 ? SimilarReason.SameDirector : SimilarReason.SameGenres);
        return [.. scored.Take(limit)];
    }

    private static int Shared(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Select(TagNames.KeyOf).Intersect(other.Select(TagNames.KeyOf), StringComparer.Ordinal).Count();

    private IEnumerable<IndexedMovie> Kept(MovieQuery query, SearchHits? hits, OwnFilter except)
    {
        var found = hits?.Hits.Select(hit => hit.MovieId).ToHashSet();
        return _movies.Values.Where(movie =>
            (query.IncludeInactive || movie.IsActive)
            && (query.Ids.Count == 0 || query.Ids.Contains(movie.Id))
            && (found is null || found.Contains(movie.Id))
            && (!query.Available || movie.IsAvailable)
            && !movie.Genres.Any(genre => query.NotGenres.Contains(TagNames.KeyOf(genre), StringComparer.Ordinal))
            && (query.Genres.Count == 0 || except == OwnFilter.Genre || movie.Genres.Any(genre => query.Genres.Contains(TagNames.KeyOf(genre), StringComparer.Ordinal)))
            && (query.Country is null || except == OwnFilter.Country || movie.Countries.Any(name => TagNames.KeyOf(name) == query.Country))
            && (query.Source is null || except == OwnFilter.Source || movie.Sources.Any(name => TagNames.KeyOf(name) == query.Source))
            && (except == OwnFilter.Year || ((query.YearFrom is null || movie.Year >= query.YearFrom) && (query.YearTo is null || movie.Year <= query.YearTo)))
            && (except == OwnFilter.Rating || query.RatingFrom is null || movie.Rating >= query.RatingFrom)
            && (except == OwnFilter.Age || query.AgeTo is null || movie.AgeRating <= query.AgeTo)
            && (query.DurationFrom is null || movie.DurationSeconds >= query.DurationFrom * 60)
            && (query.DurationTo is null || movie.DurationSeconds <= query.DurationTo * 60));
    }

    private static IEnumerable<IndexedMovie> Sorted(IEnumerable<IndexedMovie> movies, MovieQuery query, SearchHits? hits)
    {
        var reversed = query.EffectiveSort[0] == '-';
        var scores = hits?.Hits.ToDictionary(hit => hit.MovieId, hit => hit.Score) ?? [];
        IOrderedEnumerable<IndexedMovie> By<T>(Func<IndexedMovie, T?> value, bool falls, IComparer<T?>? comparer = null)
        {
            var known = movies.OrderBy(movie => value(movie) is null);
            return falls ? known.ThenByDescending(value, comparer) : known.ThenBy(value, comparer);
        }

        return (query.EffectiveSort.TrimStart('-') switch
        {
            "relevance" when hits is not null => reversed
                ? By(movie => (int?)scores[movie.Id], falls: true).ThenBy(movie => movie.Views)
                : By(movie => (int?)scores[movie.Id], falls: false).ThenByDescending(movie => movie.Views),
            "new" => By(movie => (DateTimeOffset?)movie.AddedAt, !reversed),
            "rating" => By(movie => movie.Rating, !reversed),
            "year" => By(movie => movie.Year, !reversed),
            "title" => By(movie => Matching.TitleText.Fold(movie.Title), reversed, StringComparer.Ordinal),
            "duration" => By(movie => movie.DurationSeconds, reversed),
            _ => By(movie => (long?)movie.Views, !reversed),
        }).ThenBy(movie => movie.Id);
    }

    private static IReadOnlyList<FacetCount> Names(IEnumerable<string> names) =>
        [.. names.GroupBy(TagNames.KeyOf, StringComparer.Ordinal)
            .Select(name => new FacetCount(name.Max(StringComparer.Ordinal)!, name.Count()))
            .OrderByDescending(count => count.Count).ThenBy(count => count.Name, StringComparer.Ordinal)];

    private static IReadOnlyList<FacetCount> Numbers(IEnumerable<int> numbers) =>
        [.. numbers.GroupBy(number => number).OrderBy(number => number.Key)
            .Select(number => new FacetCount(number.Key.ToString(CultureInfo.InvariantCulture), number.Count()))];
}

/// <summary>A filter that a facet can leave out of account.</summary>
internal enum OwnFilter
{
    None,
    Genre,
    Country,
    Year,
    Rating,
    Age,
    Source,
}

internal sealed record MoviePage(IReadOnlyList<int> Ids, int Total, string? NextCursor);

internal sealed record SimilarFilm(int Id, SimilarReason Reason);
