using System.Text.Json;

namespace Scraper.Sources.InternetArchive;

/// <summary>A page of the scrape API.</summary>
/// <param name="Items">Every item, read or refused.</param>
/// <param name="Cursor">Where the next page begins; null on the last.</param>
internal sealed record ArchivePage(IReadOnlyList<ReadItem> Items, string? Cursor, int? Total)
{
    /// <exception cref="SourceException">The Archive refuses the query, or the answer is no listing.</exception>
    public static ArchivePage Read(JsonElement root, Uri url, int lastYear)
    {
        if (root.Field("error") is not null)
        {
            throw new SourceException(
                SourceFailure.Contract,
                $"{url} is refused: error {root.Describe("error")}, errorType {root.Describe("errorType")}. "
                + "Correct the query.");
        }

        if (root.Field("items") is not { ValueKind: JsonValueKind.Array } items)
        {
            throw new SourceException(
                SourceFailure.Contract,
                $"{url} is not the listing that the Archive promises: the field \"items\" is {root.Describe("items")}, "
                + "not a list. The source has changed.");
        }

        return new ArchivePage(
            [.. items.EnumerateArray().Select(item => ArchiveParser.Read(item, lastYear))],
            items.GetArrayLength() > 0 ? root.Text("cursor") : null,
            root.SmallNumber("total", 0, int.MaxValue));
    }
}
