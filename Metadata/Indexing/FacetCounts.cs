using System.Globalization;
using Metadata.Client;
using Metadata.Movies;
using Metadata.Searching;

namespace Metadata.Indexing;

/// <summary>What the filters offer, with counts. Each list obeys all filters but its own.</summary>
internal static class FacetCounts
{
    private const int YearsInADecade = 10;

    public static Facets Count(FilmTable films, MovieQuery query, SearchHits? hits)
    {
        using var found = films.Found(hits);
        using var all = films.Kept(query, found);
        using var forGenres = Except(OwnFilter.Genre, query.Genres.Count > 0);
        using var forCountries = Except(OwnFilter.Country, query.Country is not null);
        using var forSources = Except(OwnFilter.Source, query.Source is not null);
        using var forYears = Except(OwnFilter.Year, (query.YearFrom ?? query.YearTo) is not null);
        using var forAges = Except(OwnFilter.Age, query.AgeTo is not null);
        using var forRatings = Except(OwnFilter.Rating, query.RatingFrom is not null);
        var years = CountYears(films, forYears ?? all);
        return new Facets
        {
            Genres = films.Genres.Count(forGenres ?? all),
            Countries = films.Countries.Count(forCountries ?? all),
            Sources = films.Sources.Count(forSources ?? all),
            Decades = Named(years.GroupBy(
                year => year.Number / YearsInADecade * YearsInADecade,
                (decade, inIt) => (decade, inIt.Sum(year => year.Count)))),
            AgeRatings = Named(films.Ages.Count(forAges ?? all)),
            Years = years.Count == 0 ? new FacetRange() : new FacetRange(years[0].Number, years[^1].Number),
            Ratings = RangeOf(films, forRatings ?? all),
        };

        // Null when the filter is not set: then all are meant.
        RentedBitmap? Except(OwnFilter filter, bool isSet) => isSet ? films.Kept(query, found, filter) : null;
    }

    // Rising. Films of one year stand together in the order by years.
    private static List<(int Number, int Count)> CountYears(FilmTable films, Bitmap kept)
    {
        var years = new List<(int Number, int Count)>();
        var order = films.ByYear;
        for (var end = order.Films.Length; end > 0;)
        {
            var start = order.Equals(end - 1).Start.Value;
            if (kept.CountOf(order.Films[start..end]) is > 0 and var count)
            {
                years.Add((films.Years[order.Films[start]], count));
            }

            end = start;
        }

        return years;
    }

    private static FacetRange RangeOf(FilmTable films, Bitmap kept)
    {
        Span<int> one = stackalloc int[1];
        if (kept.CountCommon(films.ByRating.Known) == 0)
        {
            return new FacetRange();
        }

        new ListWalk(films.ByRating, kept, reversed: false).ReadFrom(0, one);
        var highest = films.Ratings[one[0]];
        new ListWalk(films.ByRating, kept, reversed: true).ReadFrom(0, one);
        return new FacetRange(films.Ratings[one[0]], highest);
    }

    private static IReadOnlyList<FacetCount> Named(IEnumerable<(int Number, int Count)> counts) =>
        [.. counts.Select(count => new FacetCount(count.Number.ToString(CultureInfo.InvariantCulture), count.Count))];
}
