using Metadata.Data;
using Metadata.Indexing;

namespace Metadata.Matching;

/// <summary>Works out a film's facts: an editor's where locked, else its first video's, with gaps filled from the
/// others in the order they came.</summary>
internal static class MovieFacts
{
    private const int MaxOtherTitles = 50;

    /// <summary>To be called after every change of a film or its videos.</summary>
    public static void Settle(Movie movie)
    {
        // A video that is not saved yet has no id and came last.
        var videos = movie.Videos.OrderBy(video => video.Id == 0 ? int.MaxValue : video.Id).ToList();
        movie.Views = (long)Math.Min(long.MaxValue, videos.Sum(video => (decimal)video.Views));
        movie.IsAvailable = videos.Exists(video => video.Plays);
        movie.Sources = Kept(movie.Sources, [.. videos.Where(video => video.ExclusionId is null).Select(video => video.Source).Order(StringComparer.Ordinal)]);
        if (videos.Count > 0)
        {
            SettleTitles(movie, videos);
            SettleValues(movie, videos);
            SettleTags(movie, videos);
        }
    }

    /// <summary>Names without repetitions.</summary>
    public static List<string> Distinct(IReadOnlyList<string> names) => [.. names.DistinctBy(TagNames.KeyOf, StringComparer.Ordinal)];

    private static void SettleTitles(Movie movie, List<Video> videos)
    {
        if (movie.IsOpen(MovieFields.Title))
        {
            movie.Title = (videos.Find(video => TitleScript.IsCyrillic(video.Title)) ?? videos[0]).Title;
        }

        var key = TitleKey.Of(movie.Title);
        if (movie.IsOpen(MovieFields.OriginalTitle))
        {
            var foreign = videos.Select(video => video.Title).Where(title => !TitleScript.IsCyrillic(title));
            movie.OriginalTitle = videos.Select(video => video.OriginalTitle).Concat(foreign)
                .FirstOrDefault(title => title is not null && TitleKey.Of(title) != key);
        }

        var shown = movie.OriginalTitle is { } original ? TitleKey.Of(original) : key;
        var others = videos.SelectMany(video => video.AlternativeTitles.Append(video.Title).Append(video.OriginalTitle))
            .OfType<string>().DistinctBy(TitleKey.Of, StringComparer.Ordinal)
            .Where(title => TitleKey.Of(title) is var other && other.Length > 0 && other != key && other != shown)
            .Take(MaxOtherTitles).ToList();
        movie.OtherTitles = Kept(movie.OtherTitles, others);
    }

    private static void SettleValues(Movie movie, List<Video> videos)
    {
        T? First<T>(MovieFields field, T? present, Func<Video, T?> value) =>
            movie.IsOpen(field) ? videos.Select(value).FirstOrDefault(known => known is not null) : present;

        movie.Year = First(MovieFields.Year, movie.Year, video => video.Year);
        movie.Description = First(MovieFields.Description, movie.Description, video => video.Description);
        movie.DurationSeconds = First(MovieFields.DurationSeconds, movie.DurationSeconds, video => video.DurationSeconds);
        movie.Rating = First(MovieFields.Rating, movie.Rating, video => video.Rating);
        movie.AgeRating = First(MovieFields.AgeRating, movie.AgeRating, video => video.AgeRating);
        movie.ImdbId = First(MovieFields.None, movie.ImdbId, video => video.ImdbId);
        movie.KinopoiskId = First(MovieFields.None, movie.KinopoiskId, video => video.KinopoiskId);
        movie.TmdbId = First(MovieFields.None, movie.TmdbId, video => video.TmdbId);
        movie.WikidataId = First(MovieFields.None, movie.WikidataId, video => video.WikidataId);
        if (movie.IsOpen(MovieFields.ImageUrl))
        {
            // Both from one video: the large and the small picture must be the same.
            var pictured = videos.Find(video => video.ImageUrl is not null)
                ?? videos.Find(video => video.ThumbnailUrl is not null);
            (movie.ImageUrl, movie.ThumbnailUrl) = (pictured?.ImageUrl, pictured?.ThumbnailUrl);
        }
    }

    private static void SettleTags(Movie movie, List<Video> videos)
    {
        List<string> First(MovieFields field, List<string> present, Func<Video, List<string>> names) => movie.IsOpen(field)
            ? Kept(present, videos.Select(names).FirstOrDefault(known => known.Count > 0) ?? [])
            : present;

        movie.Genres = First(MovieFields.Genres, movie.Genres, video => video.Genres);
        movie.Countries = First(MovieFields.Countries, movie.Countries, video => video.Countries);
        movie.Directors = First(MovieFields.Directors, movie.Directors, video => video.Directors);
    }

    // The present list where nothing differs.
    private static List<string> Kept(List<string> present, List<string> wanted) =>
        Distinct(wanted) is var names && names.SequenceEqual(present, StringComparer.Ordinal) ? present : names;

    private static bool IsOpen(this Movie movie, MovieFields field) => (movie.LockedFields & field) == MovieFields.None;
}
