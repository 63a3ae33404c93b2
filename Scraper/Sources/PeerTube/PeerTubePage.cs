using System.Text.Json;

namespace Scraper.Sources.PeerTube;

/// <summary>Reads a page of any of PeerTube's lists.</summary>
internal static class PeerTubePage
{
    /// <exception cref="SourceException">It is no list; the message names the field.</exception>
    public static OffsetPage Read(JsonElement root, Uri url, Uri host)
    {
        if (root.Field("data") is not { ValueKind: JsonValueKind.Array } data)
        {
            throw new SourceException(
                SourceFailure.Contract,
                $"{url} is not the list that PeerTube's API promises: the field \"data\" is {root.Describe("data")}, "
                + "not a list. The source has changed, or the host is no PeerTube.");
        }

        return new OffsetPage(
            [.. data.EnumerateArray().Where(item => !IsEmptySlot(item)).Select(item => PeerTubeParser.Read(Video(item), host))],
            data.GetArrayLength(),
            root.SmallNumber("total", 0, int.MaxValue));
    }

    // Playlists wrap their videos, and keep the place of one that was deleted.
    private static JsonElement Video(JsonElement item) =>
        item.Field("uuid") is null && item.Field("video") is { } wrapped ? wrapped : item;

    private static bool IsEmptySlot(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("position", out _)
        && item.TryGetProperty("video", out var video) && video.ValueKind == JsonValueKind.Null;
}
