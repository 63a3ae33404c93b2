using Metadata.Movies;

namespace Metadata.Indexing;

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

/// <summary>Which films a query keeps. A bound leaves out films whose value is unknown.</summary>
internal static class FilmFilters
{
    private const int SecondsInAMinute = 60;

    /// <summary>The films kept, in a borrowed set to be disposed of.</summary>
    /// <param name="found">What the text of the query finds; null without a text.</param>
    public static RentedBitmap Kept(this FilmTable films, MovieQuery query, Bitmap? found, OwnFilter except = OwnFilter.None)
    {
        var kept = RentedBitmap.Rent(films.Capacity);
        kept.Or(Asked(films, query));
        if (found is not null)
        {
            kept.And(found);
        }

        if (query.Ids.Count > 0)
        {
            KeepNamed(kept, films, query.Ids);
        }

        if (query.Available)
        {
            kept.And(films.Available);
        }

        KeepTagged(kept, films.Genres, except == OwnFilter.Genre ? [] : query.Genres);
        KeepTagged(kept, films.Countries, query.Country is { } country && except != OwnFilter.Country ? [country] : []);
        KeepTagged(kept, films.Sources, query.Source is { } source && except != OwnFilter.Source ? [source] : []);
        if (query.NotGenres.Count > 0)
        {
            using var unwanted = Tagged(films.Genres, query.NotGenres, films.Capacity);
            kept.AndNot(unwanted);
        }

        KeepWithin(kept, films, query, except);
        return kept;
    }

    // Who asks for films by their ids knows them already, and wants to know that one of them does not play just now.
    private static Bitmap Asked(FilmTable films, MovieQuery query) =>
        query.IncludeInactive ? films.All : query.Ids.Count > 0 ? films.Active : films.Listed;

    private static void KeepWithin(Bitmap kept, FilmTable films, MovieQuery query, OwnFilter except)
    {
        if (except != OwnFilter.Year && (query.YearFrom ?? query.YearTo) is not null)
        {
            films.Years.Keep(kept, (short?)query.YearFrom, (short?)query.YearTo);
        }

        if (except != OwnFilter.Rating && query.RatingFrom is not null)
        {
            films.Ratings.Keep(kept, query.RatingFrom, null);
        }

        if (except != OwnFilter.Age && query.AgeTo is { } age)
        {
            films.Ages.Keep(kept, age, films.Capacity);
        }

        if ((query.DurationFrom ?? query.DurationTo) is not null)
        {
            films.Durations.Keep(kept, query.DurationFrom * SecondsInAMinute, query.DurationTo * SecondsInAMinute);
        }
    }

    private static void KeepNamed(Bitmap kept, FilmTable films, IReadOnlyList<int> ids)
    {
        using var named = RentedBitmap.Rent(films.Capacity);
        foreach (var id in ids)
        {
            if (id < films.Capacity)
            {
                named.Add(id);
            }
        }

        kept.And(named);
    }

    private static void KeepTagged(Bitmap kept, TagIndex tags, IReadOnlyList<string> keys)
    {
        if (keys.Count > 0)
        {
            using var tagged = Tagged(tags, keys, kept.Words.Length * Bitmap.WordBits);
            kept.And(tagged);
        }
    }

    private static RentedBitmap Tagged(TagIndex tags, IReadOnlyList<string> keys, int capacity)
    {
        var tagged = RentedBitmap.Rent(capacity);
        foreach (var key in keys)
        {
            if (tags.Find(key, out var films))
            {
                films.OrInto(tagged);
            }
        }

        return tagged;
    }
}
