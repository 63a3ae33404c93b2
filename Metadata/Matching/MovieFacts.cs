using Metadata.Data;
using Metadata.Searching;

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
        movie.SetTags(TagKind.Source, [.. videos.Select(video => video.Source).Order(StringComparer.Ordinal)]);
        if (videos.Count > 0)
        {
            SettleTitles(movie, videos);
            SettleValues(movie, videos);
            SettleTags(movie, videos);
        }

        SearchWords.Write(movie);
    }

    /// <summary>Replaces the film's names of one kind.</summary>
    public static void SetTags(this Movie movie, TagKind kind, IReadOnlyList<string> names)
    {
        var wanted = names.DistinctBy(MovieTag.KeyOf, StringComparer.Ordinal)
            .Select((name, position) => new MovieTag { Kind = kind, Key = MovieTag.KeyOf(name), Name = name, Position = position })
            .ToDictionary(tag => tag.Key, StringComparer.Ordinal);
        movie.Tags.RemoveAll(tag => tag.Kind == kind && !wanted.ContainsKey(tag.Key));
        foreach (var kept in movie.Tags.Where(tag => tag.Kind == kind))
        {
            wanted.Remove(kept.Key, out var tag);
            (kept.Name, kept.Position) = (tag!.Name, tag.Position);
        }

        movie.Tags.AddRange(wanted.Values);
    }

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
        movie.OtherTitles = others.SequenceEqual(movie.OtherTitles, StringComparer.Ordinal) ? movie.OtherTitles : others;
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
        void First(MovieFields field, TagKind kind, Func<Video, List<string>> names)
        {
            if (movie.IsOpen(field))
            {
                movie.SetTags(kind, videos.Select(names).FirstOrDefault(known => known.Count > 0) ?? []);
            }
        }

        First(MovieFields.Genres, TagKind.Genre, video => video.Genres);
        First(MovieFields.Countries, TagKind.Country, video => video.Countries);
        First(MovieFields.Directors, TagKind.Director, video => video.Directors);
    }

    private static bool IsOpen(this Movie movie, MovieFields field) => (movie.LockedFields & field) == MovieFields.None;
}
