using System.Globalization;

namespace Scraper.Tests.Normalizing;

/// <summary>A labelled title of the shared data beside the repository.</summary>
internal sealed record LabelledTitle(
    string Raw, string Kind, string Title, string Original, string Year, string Season, string Episode, string Origin,
    TimeSpan? Duration);

/// <summary>
/// Labelled titles that lie beside the repository, not in it: null where somebody has only the repository.
/// </summary>
internal static class SharedTitles
{
    public static IReadOnlyList<LabelledTitle>? Rows(string file) => Lines(file)?.Select(cells => file switch
    {
        "titles.tsv" => new LabelledTitle(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], null),
        _ => new LabelledTitle(
            cells[0], KindOf(cells[2]), IsNamed(cells[2]) ? cells[3] : "", cells[4], cells[5],
            cells[6], cells[7], cells[1], Seconds(cells[8])),
    }).ToList();

    /// <summary>Raw titles without labels.</summary>
    public static IReadOnlyList<string>? Raw() => Lines("uploader-titles-raw.tsv")?.Select(cells => cells[0]).ToList();

    private static IReadOnlyList<string[]>? Lines(string file)
    {
        var path = Folder() is { } folder ? Path.Combine(folder, file) : null;

        return path is null ? null : [.. File.ReadLines(path).Skip(1).Select(line => line.Split('\t'))];
    }

    private static string? Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "OnlineCinema.sln");
            if (File.Exists(candidate))
            {
                var shared = Path.Combine(at.Parent?.FullName ?? at.FullName, "shared", "data");

                return Directory.Exists(shared) ? shared : null;
            }
        }

        return null;
    }

    private static string KindOf(string kind) => kind switch
    {
        "feature" or "short" => "Film",
        "episode" or "series" => "Episode",
        "trailer" => "Trailer",
        _ => "Other",
    };

    /// <summary>The second labeller also named the films that talk is about; only works themselves count.</summary>
    private static bool IsNamed(string kind) => KindOf(kind) != "Other";

    private static TimeSpan? Seconds(string cell) =>
        cell.Length == 0 ? null : TimeSpan.FromSeconds(int.Parse(cell, CultureInfo.InvariantCulture));
}
