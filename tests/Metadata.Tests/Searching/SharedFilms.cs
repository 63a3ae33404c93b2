using System.Globalization;
using Metadata.Indexing;

namespace Metadata.Tests.Searching;

/// <summary>Real films that lie beside the repository, not in it: null where somebody has only the repository.</summary>
internal static class SharedFilms
{
    public static IReadOnlyList<IndexedMovie>? Read() => Folder() is not { } folder ? null :
    [
        .. Rows(folder, "starter-films.tsv").Select(row => (Title: row[1], Original: row[2], Year: row[3], Directors: row[5].Split(';')))
            .Concat(Rows(folder, "mkrf-films.tsv").Select(row => (Title: row[0].Trim('"', ' '), Original: "", Year: row[2], Directors: row[6].Split(','))))
            .Concat(Rows(folder, "cannes-films.tsv").Select(row => (Title: row[1], Original: row[2], Year: row[0], Directors: row[3].Split(','))))
            .Concat(Rows(folder, "wikidata-films.tsv").Select(row => (Title: row[0], Original: "", Year: row[2], Directors: row[4].Split(','))))
            .Select(film => film.Title.Length > 0 ? film : film with { Title = film.Original, Original = "" })
            .DistinctBy(film => (Name: (film.Original.Length > 0 ? film.Original : film.Title).ToLowerInvariant(), Year(film.Year)))
            .Select((film, index) => new IndexedMovie
            {
                Id = index + 1,
                Title = film.Title,
                OriginalTitle = film.Original.Length > 0 ? film.Original : null,
                Year = Year(film.Year),
                Directors = [.. film.Directors.Select(name => name.Trim()).Where(name => name.Length > 0)],
                AddedAt = DateTimeOffset.UnixEpoch,
            }),
    ];

    private static IEnumerable<string[]> Rows(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file)).Skip(1).Select(line => line.Split('\t'));

    private static int? Year(string text) =>
        text.Length >= 4 && int.TryParse(text.AsSpan(0, 4), CultureInfo.InvariantCulture, out var year) ? year : null;

    private static string? Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "OnlineCinema.sln")))
            {
                var shared = Path.Combine(at.Parent?.FullName ?? at.FullName, "shared", "data");
                return Directory.Exists(shared) ? shared : null;
            }
        }

        return null;
    }
}
