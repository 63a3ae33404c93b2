using System.Globalization;
using System.Numerics;
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
        using var forGenres = films.Kept(query, hits, OwnFilter.Genre);
        using var forCountries = films.Kept(query, hits, OwnFilter.Country);
        using var forSources = films.Kept(query, hits, OwnFilter.Source);
        using var forYears = films.Kept(query, hits, OwnFilter.Year);
        using var forAges = films.Kept(query, hits, OwnFilter.Age);
        using var forRatings = films.Kept(query, hits, OwnFilter.Rating);
        var years = CountYears(films, forYears);
        return new Facets
        {
            Genres = films.Genres.Count(forGenres),
            Countries = films.Countries.Count(forCountries),
            Sources = films.Sources.Count(forSources),
            Decades = Named(years.GroupBy(
                year => year.Number / YearsInADecade * YearsInADecade,
                (decade, all) => (decade, all.Sum(year => year.Count)))),
            AgeRatings = Named(CountNumbers(films.Ages, 0, sbyte.MaxValue, forAges)),
            Years = years.Count == 0 ? new FacetRange() : new FacetRange(years[0].Number, years[^1].Number),
            Ratings = RangeOf(films, forRatings),
        };
    }

    private static List<(int Number, int Count)> CountYears(FilmTable films, Bitmap kept)
    {
        var order = films.ByYear.Films;
        return order.Length == 0 ? [] : CountNumbers(films.Years, films.Years[order[^1]], films.Years[order[0]], kept);
    }

    // Rising. An unknown value lies outside the bounds.
    private static List<(int Number, int Count)> CountNumbers<T>(NumberColumn<T> column, int lowest, int highest, Bitmap kept)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        var counts = new int[highest - lowest + 1];
        var values = column.Values;
        foreach (var id in kept)
        {
            var place = int.CreateTruncating(values[id]) - lowest;
            if ((uint)place < (uint)counts.Length)
            {
                counts[place]++;
            }
        }

        return [.. counts.Select((count, place) => (Number: place + lowest, count)).Where(number => number.count > 0)];
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
