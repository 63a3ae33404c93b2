using System.Text.Json;

namespace Scraper.Sources.InternetArchive;

/// <summary>Reads the metadata of one item, with the running time of its files and the one that plays best.</summary>
internal static class ArchiveItem
{
    /// <exception cref="SourceException">There is no such item, it was taken down, or the answer is no metadata.</exception>
    public static ReadItem Read(JsonElement root, Uri url, int lastYear)
    {
        // An unknown item is answered with 200 and an empty object; one taken down keeps little but the mark.
        if (root.Switch("is_dark") || (root.ValueKind == JsonValueKind.Object && !root.EnumerateObject().Any()))
        {
            throw new SourceException(
                SourceFailure.Gone, $"{url} is empty or dark: the Archive has no such item, or took it down.");
        }

        if (root.Field("metadata") is not { ValueKind: JsonValueKind.Object } metadata)
        {
            throw new SourceException(
                SourceFailure.Contract,
                $"{url} is not the item that the Archive promises: the field \"metadata\" is {root.Describe("metadata")}. "
                + "The source has changed.");
        }

        var read = ArchiveParser.Read(metadata, lastYear);
        if (read.Video is not { } video)
        {
            return read;
        }

        var file = ArchiveFile.Best(root, video.ExternalId);
        return ReadItem.Accept(video with
        {
            Duration = FileLength(root) ?? video.Duration,
            StreamUrl = file?.Url,
            Stated = video.Stated with { Quality = file?.Quality },
        });
    }

    // Measured by the Archive, so better than what was typed; trailers and extras are shorter than the film.
    private static TimeSpan? FileLength(JsonElement root) => root.Items("files")
        .Where(file => file.Number("height") is > 0)
        .Select(file => PlayTime.Read(file.Text("length")))
        .Max();
}
