using System.Buffers;
using Metadata.Data;

namespace Metadata.Matching;

/// <summary>Elects the title that a film is shown under. A Russian one comes before a foreign one, a registry's before an
/// uploader's, a plain one before a decorated one, the film's own before one of an upload that an editor moved into it; then
/// most votes, then the longest, then the first.</summary>
internal static class TitleVote
{
    private static readonly SearchValues<char> Decorations = SearchValues.Create("()[]{}|#*★«»\"");

    // A shorter title in capitals may be meant so: «ЧП», "WALL-E".
    private const int MaxCapitals = 6;

    /// <param name="videos">In the order in which they are believed; at least one.</param>
    public static Fact<string> Elect(IReadOnlyList<Video> videos)
    {
        if (videos.Count == 1)
        {
            return new Fact<string>(videos[0].Title, videos[0]);
        }

        var pool = Prefer(videos, video => TitleScript.IsCyrillic(video.Title));
        pool = Prefer(pool, FilmFacts.IsRegistry);
        pool = Prefer(pool, video => !IsDecorated(video.Title));
        pool = Prefer(pool, video => video.MatchCode != Video.MovedCode);
        var winners = pool.GroupBy(video => TitleKey.Of(video.Title), StringComparer.Ordinal)
            .OrderByDescending(title => title.Count()).ThenByDescending(title => title.Key.Length).First();
        var spelling = winners.GroupBy(video => video.Title, StringComparer.Ordinal).OrderByDescending(form => form.Count()).First();
        return new Fact<string>(spelling.Key, spelling.First());
    }

    private static IReadOnlyList<Video> Prefer(IReadOnlyList<Video> videos, Func<Video, bool> isBetter) =>
        videos.Where(isBetter).ToList() is { Count: > 0 } better ? better : videos;

    private static bool IsDecorated(string title) => title.AsSpan().ContainsAny(Decorations)
        || (title.Length > MaxCapitals && title.Any(char.IsLetter) && !title.Any(char.IsLower));
}
