using System.Text.Json;

namespace Scraper.Sources.PeerTube;

/// <summary>What of a video can be played without PeerTube's own player. Only details tell, and only once the instance
/// has prepared the files.</summary>
/// <param name="StreamUrl">The HLS playlist; else the largest file.</param>
/// <param name="Quality">The largest picture offered: "1080p".</param>
internal sealed record PeerTubePlay(string? StreamUrl, string? Quality)
{
    private const int Hls = 1;
    private const int MaxHeight = 10_000;

    public static PeerTubePlay Read(JsonElement item, Uri host)
    {
        foreach (var playlist in item.Items("streamingPlaylists").Where(playlist => playlist.Number("type") == Hls))
        {
            if (WebAddress.Resolve(playlist.Text("playlistUrl"), host) is { } address)
            {
                return new PeerTubePlay(address, Label(Files(playlist, host).FirstOrDefault()));
            }
        }

        var best = Files(item, host).FirstOrDefault();
        return new PeerTubePlay(best.Url, Label(best));
    }

    // Height 0 is sound alone.
    private static IEnumerable<(string? Url, int Height)> Files(JsonElement holder, Uri host) =>
        from file in holder.Items("files")
        let height = file.Field("resolution")?.SmallNumber("id", 1, MaxHeight)
        let url = WebAddress.Resolve(file.Text("fileUrl"), host)
        where height is not null && url is not null
        orderby height descending
        select (url, height.Value);

    private static string? Label((string? Url, int Height) file) => file.Url is null ? null : $"{file.Height}p";
}
