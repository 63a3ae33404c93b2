using Metadata.Client;
using Metadata.Data;
using Metadata.Indexing;

namespace Metadata.Matching;

/// <summary>Works out a film's facts: an editor's where locked, else a registry's, else what its uploads say.</summary>
internal static class MovieFacts
{
    private const int MaxOtherTitles = 50;

    /// <summary>To be called after every change of a film or its videos.</summary>
    public static void Settle(Movie movie)
    {
        var shown = movie.Videos.Where(video => video.ExclusionId is null).ToList();
        movie.Views = (long)Math.Min(long.MaxValue, shown.Sum(video => (decimal)video.Views));
        movie.IsAvailable = shown.Exists(video => video.Plays);
        movie.Sources = Kept(movie.Sources, [.. shown.Select(video => video.Source).Order(StringComparer.Ordinal)]);
        if (movie.Videos.Count > 0)
        {
            var facts = new FilmFacts(movie.Videos, movie.Facts);
            SettleTitles(movie, facts);
            SettleValues(movie, facts);
            SettleNames(movie, facts);
        }
    }

    /// <summary>Names without repetitions.</summary>
    public static List<string> Distinct(IReadOnlyList<string> names) => [.. names.DistinctBy(TagNames.KeyOf, StringComparer.Ordinal)];

    public static bool IsOpen(this Movie movie, MovieFields field) => (movie.LockedFields & field) == MovieFields.None;

    private static void SettleTitles(Movie movie, FilmFacts facts)
    {
        movie.Title = movie.IsOpen(MovieFields.Title) ? facts.Title.Value : movie.Title;
        movie.OriginalTitle = movie.IsOpen(MovieFields.OriginalTitle) ? facts.Original(movie.Title).Value : movie.OriginalTitle;
        var others = facts.Others(movie.Title, movie.OriginalTitle, MaxOtherTitles);
        movie.OtherTitles = others.SequenceEqual(movie.OtherTitles, StringComparer.Ordinal) ? movie.OtherTitles : others;
    }

    private static void SettleValues(Movie movie, FilmFacts facts)
    {
        T? Value<T>(MovieFields field, T? present, Func<Video, T?> value, Func<RegistryFacts, T?>? stated = null) =>
            movie.IsOpen(field) ? facts.First(value, stated).Value : present;

        movie.Year = movie.IsOpen(MovieFields.Year) ? facts.Year.Value : movie.Year;
        movie.Description = Value(MovieFields.Description, movie.Description, video => video.Description);
        movie.DurationSeconds = Value(MovieFields.DurationSeconds, movie.DurationSeconds, video => video.DurationSeconds);
        movie.Rating = Value(MovieFields.Rating, movie.Rating, video => video.Rating, said => said.Rating);
        movie.AgeRating = Value(MovieFields.AgeRating, movie.AgeRating, video => video.AgeRating, said => said.AgeRating);
        movie.ImdbId = facts.First(video => video.ImdbId, said => said.ExternalIds?.Imdb).Value;
        movie.KinopoiskId = facts.First(video => video.KinopoiskId, said => said.ExternalIds?.Kinopoisk).Value;
        movie.TmdbId = facts.First(video => video.TmdbId, said => said.ExternalIds?.Tmdb).Value;
        movie.WikidataId = facts.First(video => video.WikidataId, said => said.ExternalIds?.Wikidata).Value;
        if (movie.IsOpen(MovieFields.ImageUrl))
        {
            // Both from one video: the large and the small picture must be the same.
            var pictured = facts.Image.From;
            (movie.ImageUrl, movie.ThumbnailUrl) = (pictured?.ImageUrl, pictured?.ThumbnailUrl);
        }
    }

    private static void SettleNames(Movie movie, FilmFacts facts)
    {
        List<string> Names(
            MovieFields field, List<string> present, Func<Video, List<string>> names,
            Func<RegistryFacts, IReadOnlyList<string>?> stated) =>
            movie.IsOpen(field) ? Kept(present, facts.FirstNames(names, stated).Value) : present;

        movie.Genres = Names(MovieFields.Genres, movie.Genres, video => video.Genres, said => said.Genres);
        movie.Countries = Names(MovieFields.Countries, movie.Countries, video => video.Countries, said => said.Countries);
        movie.Directors = Names(MovieFields.Directors, movie.Directors, video => video.Directors, said => said.Directors);
    }

    // The present list where nothing differs.
    private static List<string> Kept(List<string> present, List<string> wanted) =>
        Distinct(wanted) is var names && names.SequenceEqual(present, StringComparer.Ordinal) ? present : names;
}
