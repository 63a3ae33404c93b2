using Scraper.Normalizing;
using Scraper.Normalizing.Vocabulary;
using Scraper.Sources;

namespace Scraper.Classifying;

/// <summary>What the host says: its own kind, category and the length.</summary>
internal static class HostEvidence
{
    private const double StatedWeight = 7;
    private const double CategoryWeight = 1.5;
    private const double ChannelWeight = 1;

    /// <summary>Uploaders put any tag to be found by.</summary>
    private const double TagWeight = 0.7;

    private static readonly Dictionary<string, VideoKind> Categories = VocabularyFile.Rows("categories.tsv")
        .ToDictionary(row => row[0], row => Enum.Parse<VideoKind>(row[1], ignoreCase: true), StringComparer.Ordinal);

    private static readonly Dictionary<string, VideoKind> Channels = VocabularyFile.Rows("channels.tsv")
        .ToDictionary(row => row[0], row => Enum.Parse<VideoKind>(row[1], ignoreCase: true), StringComparer.Ordinal);

    public static IEnumerable<Evidence> Of(MovieDraft draft) => OfHost(draft.Raw).Concat(OfUploader(draft.Raw));

    private static IEnumerable<Evidence> OfHost(RawVideo raw)
    {
        if (raw.Stated.Kind is { } kind)
        {
            yield return new Evidence(kind, StatedWeight, $"the source calls it {NameOf(kind)}");
        }

        if (raw.Category is { } category && Categories.TryGetValue(category.Trim().ToLowerInvariant(), out var named))
        {
            yield return new Evidence(named, CategoryWeight, $"the host's category is \"{category.Trim()}\"");
        }

        if (raw.Duration is { } duration)
        {
            foreach (var evidence in OfDuration(duration))
            {
                yield return evidence;
            }
        }
    }

    /// <summary>The channel's name and the tags: each kind of tag counts once.</summary>
    private static IEnumerable<Evidence> OfUploader(RawVideo raw)
    {
        foreach (var word in PhraseBook.KeysOf(raw.AuthorName ?? ""))
        {
            if (Channels.TryGetValue(word, out var kind))
            {
                yield return new Evidence(kind, ChannelWeight, $"the channel is called \"{raw.AuthorName}\"");
                break;
            }
        }

        var tags = raw.Tags.Select(tag => (Tag: tag, Kind: KindOfTag(tag))).Where(tag => tag.Kind is not null);
        foreach (var tag in tags.DistinctBy(tag => tag.Kind))
        {
            yield return new Evidence(tag.Kind!.Value, TagWeight, $"it is tagged \"{tag.Tag}\""); // nulls left out above
        }
    }

    private static VideoKind? KindOfTag(string tag) =>
        Categories.TryGetValue(tag.Trim().TrimStart('#').ToLowerInvariant(), out var kind) ? kind : null;

    public static string NameOf(VideoKind kind) => kind switch
    {
        VideoKind.Film => "a film",
        VideoKind.Episode => "an episode",
        VideoKind.Trailer => "a trailer",
        _ => "something else",
    };

    /// <summary>Bands measured on Rutube: series run 30 to 63 minutes, films 80 to 190.</summary>
    private static IReadOnlyList<Evidence> OfDuration(TimeSpan duration)
    {
        var minutes = duration.TotalMinutes;
        var found = $"it runs {Math.Round(minutes):0} min";

        return minutes switch
        {
            < 1 => [new(VideoKind.Other, 3, found), new(VideoKind.Trailer, 1, found)],
            < 6 => [new(VideoKind.Other, 2.5, found), new(VideoKind.Trailer, 2, found)],
            < 20 => [new(VideoKind.Other, 1.5, found)],
            < 40 => [new(VideoKind.Episode, 0.5, found)],
            < 64 => [new(VideoKind.Film, 0.5, found), new(VideoKind.Episode, 0.5, found)],
            < 300 => [new(VideoKind.Film, 2.5, found), new(VideoKind.Trailer, -3, found)],
            _ => [new(VideoKind.Other, 1, found), new(VideoKind.Trailer, -3, found)],
        };
    }
}
