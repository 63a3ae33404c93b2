using Scraper.Sources;

namespace Scraper.Classifying;

/// <summary>Marks of the host that rule an upload out, whatever its title says.</summary>
internal static class MarkReasons
{
    private static readonly (VideoMarks Mark, string Reason)[] All =
    [
        (VideoMarks.Deleted, "the host says that it is deleted"),
        (VideoMarks.Hidden, "the host hides it"),
        (VideoMarks.Adult, "the host marks it for adults only"),
        (VideoMarks.Paid, "it must be paid for"),
        (VideoMarks.Live, "it is a live broadcast"),
        (VideoMarks.Short, "it is a vertical short"),
        (VideoMarks.Audio, "it is sound only"),
    ];

    public static IReadOnlyList<string> Of(VideoMarks marks) =>
        [.. All.Where(entry => marks.HasFlag(entry.Mark)).Select(entry => entry.Reason)];
}
