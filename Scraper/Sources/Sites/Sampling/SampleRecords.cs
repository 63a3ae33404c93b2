using System.Text.Json;
using System.Text.Json.Nodes;
using Scraper.Sources.Sites.Definitions;
using Scraper.Sources.Sites.Extracting;

namespace Scraper.Sources.Sites.Sampling;

/// <summary>What a page gives, as it is written into a sample's file of expected records: {"rows": […], "next": …} for a
/// listing's page, {"detail": {…}} for an item's own.</summary>
internal static class SampleRecords
{
    public const string Rows = "rows";
    public const string Next = "next";
    public const string Detail = "detail";
    public const string Key = "key";
    public const string Problem = "problem";

    public static JsonObject OfList(SiteDefinition site, SitePage page, DateTimeOffset now)
    {
        var listing = new SiteReading(site).ReadList(page, now);
        var records = new JsonObject { [Rows] = new JsonArray([.. listing.Records.Select(record => (JsonNode)Of(record))]) };
        if (listing.Next is not null)
        {
            records[Next] = listing.Next;
        }

        return records;
    }

    public static JsonObject OfDetail(SiteDefinition site, SitePage page, DateTimeOffset now) =>
        new() { [Detail] = Of(new SiteReading(site).ReadDetail(page, now)) };

    /// <summary>As it is written to a file, with letters as letters.</summary>
    public static byte[] Write(JsonNode records) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(records, SiteJson.Indented), (byte)'\n'];

    private static JsonObject Of(SiteRecord record)
    {
        var written = new JsonObject();
        if (record.Key is not null)
        {
            written[Key] = record.Key;
        }

        foreach (var (field, values) in record.Values)
        {
            written[field] = values.Count == 1 ? values[0] : new JsonArray([.. values.Select(value => (JsonNode)value)]);
        }

        if (record.Problem is not null)
        {
            written[Problem] = record.Problem;
        }

        return written;
    }
}
