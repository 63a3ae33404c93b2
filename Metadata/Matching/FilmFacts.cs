using Metadata.Data;

namespace Metadata.Matching;

/// <summary>A value and the upload that said it.</summary>
internal readonly record struct Fact<T>(T Value, Video? From);

/// <summary>What the uploads of a film say of it, field by field: a registry's word before an uploader's, then the upload
/// that came first, unless they vote.</summary>
internal sealed class FilmFacts
{
    private readonly List<Video> _videos;

    /// <param name="videos">Uploads of one film; those kept out by an exclusion speak only when there are no others.</param>
    public FilmFacts(IReadOnlyList<Video> videos)
    {
        var shown = videos.Where(video => video.ExclusionId is null).ToList();
        // A video that is not saved yet has no id and came last.
        _videos = [.. (shown.Count > 0 ? shown : videos)
            .OrderByDescending(IsRegistry).ThenBy(video => video.Id == 0 ? int.MaxValue : video.Id)];
        Title = TitleVote.Elect(_videos);
    }

    public Fact<string> Title { get; }

    /// <summary>By majority; of equals the earlier.</summary>
    public Fact<int?> Year
    {
        get
        {
            if (_videos.Count == 1)
            {
                return new Fact<int?>(_videos[0].Year, _videos[0].Year is null ? null : _videos[0]);
            }

            var dated = _videos.Where(video => video.Year is not null).ToList();
            var year = dated.Where(video => IsRegistry(video) == IsRegistry(dated[0])).GroupBy(video => video.Year)
                .OrderByDescending(same => same.Count()).ThenBy(same => same.Key).FirstOrDefault();
            return new Fact<int?>(year?.Key, year?.First());
        }
    }

    /// <summary>A large picture before a small one.</summary>
    public Fact<string?> Image => First(video => video.ImageUrl) is { Value: not null } large ? large
        : First(video => video.ThumbnailUrl) with { Value = null };

    /// <summary>Whether a source describes films, not uploads: it knows a registry's id, or an operator's file holds it.</summary>
    public static bool IsRegistry(Video video) => video.Source == "file"
        || (video.ImdbId ?? video.KinopoiskId ?? video.TmdbId ?? video.WikidataId) is not null;

    /// <summary>The title in another language: one that a source calls so, or a title in foreign script.</summary>
    /// <param name="title">The film's title.</param>
    public Fact<string?> Original(string title)
    {
        var stated = _videos.Find(video => video.OriginalTitle is { } original && IsOther(original, title));
        if (stated is not null)
        {
            return new Fact<string?>(stated.OriginalTitle, stated);
        }

        var foreign = _videos.Find(video => !TitleScript.IsCyrillic(video.Title) && IsOther(video.Title, title));
        return new Fact<string?>(foreign?.Title, foreign);
    }

    /// <summary>Every title stated, once each, without those shown.</summary>
    public List<string> Others(string title, string? original, int max)
    {
        var others = _videos.SelectMany(video => video.AlternativeTitles.Append(video.Title).Append(video.OriginalTitle))
            .OfType<string>().Where(other => other != title && other != original).ToList();
        if (others.Count == 0)
        {
            return others;
        }

        var shown = new HashSet<string>(StringComparer.Ordinal) { "", TitleKey.Of(title), original is null ? "" : TitleKey.Of(original) };
        return [.. others.Where(other => shown.Add(TitleKey.Of(other))).Take(max)];
    }

    // Spelled alike is the common case, and a key takes time.
    private static bool IsOther(string one, string title) => one != title && TitleKey.Of(one) != TitleKey.Of(title);

    public Fact<T?> First<T>(Func<Video, T?> value)
    {
        foreach (var video in _videos)
        {
            if (value(video) is { } known)
            {
                return new Fact<T?>(known, video);
            }
        }

        return default;
    }

    public Fact<List<string>> FirstNames(Func<Video, List<string>> names)
    {
        var from = _videos.Find(video => names(video).Count > 0);
        return new Fact<List<string>>(from is null ? [] : names(from), from);
    }
}
