using System.Text.Json;

namespace Scraper.Sources.InternetArchive;

/// <summary>The file of an item that browsers play best.</summary>
/// <param name="Quality">The height of its picture: "480p".</param>
internal sealed record ArchiveFile(string Url, string? Quality)
{
    // Browsers surely play the first; the others hold what the uploader chose, or play in some browsers only.
    private static readonly string[] Formats = ["h.264", "512Kb MPEG4", "MPEG4", "Ogg Video"];

    private static readonly string[] Endings = [".mp4", ".m4v", ".ogv"];

    private const int MaxHeight = 10_000;

    // A trailer or an extra in better quality is not the film.
    private const double LeastShareOfLongest = 0.8;

    /// <param name="root">The metadata of the item.</param>
    public static ArchiveFile? Best(JsonElement root, string identifier)
    {
        var videos = root.Items("files").Where(IsPlayable).Select(file => (
            File: file,
            Length: PlayTime.Read(file.Text("length")) ?? TimeSpan.Zero,
            Height: file.SmallNumber("height", 1, MaxHeight))).ToList();
        var longest = videos.Select(video => video.Length).DefaultIfEmpty().Max();
        var best = videos
            .Where(video => video.Length >= longest * LeastShareOfLongest)
            .OrderBy(video => Rank(video.File))
            .ThenByDescending(video => video.Height ?? 0)
            .Select(video => (Name: video.File.Text("name"), video.Height))
            .FirstOrDefault();
        return best.Name is { } name && Address(identifier, name) is { } url
            ? new ArchiveFile(url, best.Height is { } height ? $"{height}p" : null)
            : null;
    }

    private static bool IsPlayable(JsonElement file) =>
        !file.Switch("private") && Rank(file) >= 0 && file.Text("name") is { } name
        && Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    // Names of formats vary behind their beginning: "h.264", "h.264 IA", "h.264 HD".
    private static int Rank(JsonElement file) => file.Text("format") is { } format
        ? Array.FindIndex(Formats, known => format.StartsWith(known, StringComparison.OrdinalIgnoreCase))
        : -1;

    private static string? Address(string identifier, string name)
    {
        var parts = name.Split('/');
        return Array.Exists(parts, part => part is "" or "." or "..")
            ? null
            : WebAddress.Secure($"https://archive.org/download/{identifier}/{string.Join('/', parts.Select(Uri.EscapeDataString))}");
    }
}
