using Metadata.Client;
using Metadata.Data;

namespace Metadata.Matching;

/// <summary>A value, and the upload or the registry that said it.</summary>
internal readonly record struct Fact<T>(T Value, Video? From, RegistryWord? Word = null);

/// <summary>What registries and the uploads of a film say of it, field by field: a registry before a source that describes
/// films, that before an uploader, then the upload that came first, unless they vote.</summary>
internal sealed class FilmFacts
{
    private readonly List<Video> _videos;
    private readonly List<RegistryWord>? _words;

    /// <param name="videos">Uploads of one film; those kept out by an exclusion speak only when there are no others.</param>
    /// <param name="words">What registries say, in the order in which they are believed.</param>
    public FilmFacts(IReadOnlyList<Video> videos, List<RegistryWord>? words)
    {
        _words = words;
        var shown = videos.Where(video => video.ExclusionId is null).ToList();
        // A video that is not saved yet has no id and came last.
        _videos = [.. (shown.Count > 0 ? shown : videos)
            .OrderByDescending(IsRegistry).ThenBy(video => video.Id == 0 ? int.MaxValue : video.Id)];
        Title = TitleVote.Elect(_videos);
    }

    public Fact<string> Title { get; }

    /// <summary>A registry's; else by majority, of equals the earlier.</summary>
    public Fact<int?> Year
    {
        get
        {
            if (Stated(facts => facts.Year) is { Word: not null } stated)
            {
                return stated;
            }

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
        if (Stated(facts => facts.OriginalTitle) is { Word: not null } known)
        {
            return IsOther(known.Value!, title) ? known : known with { Value = null };
        }

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

    /// <param name="value">The field of an upload.</param>
    /// <param name="stated">The field of a registry's facts; null when registries are not asked for it.</param>
    public Fact<T?> First<T>(Func<Video, T?> value, Func<RegistryFacts, T?>? stated = null)
    {
        if (stated is not null && Stated(stated) is { Word: not null } known)
        {
            return known;
        }

        foreach (var video in _videos)
        {
            if (value(video) is { } said)
            {
                return new Fact<T?>(said, video);
            }
        }

        return default;
    }

    public Fact<List<string>> FirstNames(Func<Video, List<string>> names, Func<RegistryFacts, IReadOnlyList<string>?> stated)
    {
        if (Stated(stated) is { Word: not null } known)
        {
            return new Fact<List<string>>([.. known.Value!], null, known.Word);
        }

        var from = _videos.Find(video => names(video).Count > 0);
        return new Fact<List<string>>(from is null ? [] : names(from), from);
    }

    private Fact<T?> Stated<T>(Func<RegistryFacts, T?> value)
    {
        foreach (var word in _words ?? [])
        {
            if (value(word.Facts) is { } known)
            {
                return new Fact<T?>(known, null, word);
            }
        }

        return default;
    }
}
