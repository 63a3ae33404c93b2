using System.Text.Json;

namespace Scraper.Sources.Rutube;

/// <summary>A page of any of Rutube's lists.</summary>
/// <param name="Items">Every item, read or refused.</param>
/// <param name="NextPath">Path and query of the next page; null when there is none.</param>
/// <param name="Total">Only some lists count themselves.</param>
internal sealed record RutubePage(IReadOnlyList<ReadItem> Items, string? NextPath, int? Total)
{
    /// <param name="card">The card whose list this is; null elsewhere.</param>
    /// <param name="isVideo">Tells videos from what else a list may hold; without it all are videos.</param>
    /// <exception cref="SourceException">It is no list; the message names the field.</exception>
    public static RutubePage Read(
        JsonElement root, Uri url, RutubeCard? card, Func<JsonElement, bool>? isVideo = null)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw Broken(url, $"the answer is a {root.ValueKind}, not an object with \"results\"");
        }

        if (root.Field("results") is not { ValueKind: JsonValueKind.Array } results)
        {
            throw Broken(url, $"the field \"results\" is {root.Describe("results")}, not a list");
        }

        var total = root.SmallNumber("count", 0, int.MaxValue);
        List<ReadItem> items =
        [
            .. results.EnumerateArray().Where(item => isVideo?.Invoke(item) != false)
                .Select(item => RutubeParser.Read(item, card)),
        ];
        // Lists are seen that promise a next page for ever, with nothing on it.
        return new RutubePage(items, results.GetArrayLength() > 0 && HasNext(root) ? Next(root, url) : null, total);
    }

    private static bool HasNext(JsonElement root) => root.Field("has_next") is null || root.Switch("has_next");

    // "next" has been seen with http and may be relative: only its path counts, the host stays the one we ask.
    private static string? Next(JsonElement root, Uri url)
    {
        if (root.Field("next") is null || root.Field("next")?.AsText() is { Length: 0 })
        {
            return null;
        }

        return root.Text("next") is { } text && Uri.TryCreate(url, text, out var next) && next.Scheme is ("http" or "https")
            ? next.PathAndQuery
            : throw Broken(url, $"the field \"next\" is {root.Describe("next")}, not an address");
    }

    private static SourceException Broken(Uri url, string what) => new(
        SourceFailure.Contract, $"{url} is not the list that Rutube's API promises: {what}. The source has changed.");
}
