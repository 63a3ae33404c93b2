using System.Globalization;
using Metadata.Client;

namespace Scraper.Editing.Movies;

/// <summary>Fields before and after, one a line.</summary>
internal static class ChangeTable
{
    private const int MaxValueLength = 50;

    public static void Write(Terminal terminal, IEnumerable<FieldChange> changes) => terminal.WriteTable(
        ["Film", "Field", "Old", "New"],
        changes.Select(change => new[]
        {
            change.MovieId.ToString(CultureInfo.InvariantCulture), FieldOf(change),
            FieldText.Show(change.Old, MaxValueLength), FieldText.Show(change.New, MaxValueLength),
        }));

    /// <summary>"year", or "video.availability of video 9".</summary>
    public static string FieldOf(FieldChange change) => change.VideoId is { } video
        ? string.Create(CultureInfo.InvariantCulture, $"{change.Field} of video {video}") : change.Field;
}
