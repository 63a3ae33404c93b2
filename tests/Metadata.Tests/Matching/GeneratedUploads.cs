using Metadata.Matching;
using Metadata.Tests.Movies;

namespace Metadata.Tests.Matching;

/// <summary>An upload and the film it truly is of.</summary>
internal sealed record KnownUpload(int Film, MatchRecord Record);

/// <summary>Uploads of known films as uploaders spoil them.</summary>
internal static class GeneratedUploads
{
    private static readonly string[] Sources = ["archive", "peertube", "rutube", "site"];

    /// <summary>One to five uploads of each film, with injected namesakes and sequels.</summary>
    public static IReadOnlyList<KnownUpload> Of(IReadOnlyList<KnownFilm> films, Random random)
    {
        var all = films.Concat(Injected(films, random)).ToList();
        return [.. all.SelectMany((film, number) => Enumerable.Range(0, random.Next(1, 6))
            .Select(copy => new KnownUpload(number, Spoil(film, $"{number}-{copy}", random))))];
    }

    // Measured on American films: 15.7 % share their title with another, 3.5 % of those within a year. Many namesakes
    // are in the catalogue already, so fewer are made.
    private static IEnumerable<KnownFilm> Injected(IReadOnlyList<KnownFilm> films, Random random)
    {
        foreach (var film in films)
        {
            if (random.NextDouble() < 0.06)
            {
                var other = random.Pick(films);
                var gap = random.NextDouble() < 0.035 ? random.Next(0, 2) : random.Next(2, 60);
                yield return film with { Year = Math.Max(1900, film.Year - gap), Directors = other.Directors, DurationSeconds = other.DurationSeconds, Original = null };
            }

            if (random.NextDouble() < 0.05)
            {
                yield return film with
                {
                    Title = $"{film.Title} 2",
                    Original = film.Original is null ? null : $"{film.Original} 2",
                    Year = film.Year + random.Next(1, 4),
                    DurationSeconds = film.DurationSeconds + random.Next(-600, 600),
                };
            }
        }
    }

    private static MatchRecord Spoil(KnownFilm film, string id, Random random)
    {
        var (title, original) = film.Original is { } other && random.NextDouble() < 0.3 ? (other, (string?)film.Title) : (film.Title, film.Original);
        original = random.NextDouble() < 0.4 ? null : original;
        int? year = random.NextDouble() < 0.3 ? null : film.Year + (random.NextDouble() < 0.1 ? random.Next(2) * 2 - 1 : 0);
        var names = MatchRecord.NamesOf(Noisy(title, random), original, []);
        return new MatchRecord
        {
            Source = random.Pick(Sources),
            ExternalId = id,
            Names = names,
            Original = names.Count > 1 ? names[1] : null,
            Year = year,
            DurationSeconds = random.NextDouble() < 0.1 ? null : Length(film.DurationSeconds, random),
            Directors = Directors(film.Directors, random),
        };
    }

    private static int Length(int seconds, Random random) =>
        (int)(seconds * (random.NextDouble() < 0.1 ? 0.96 : 1) * (0.98 + (random.NextDouble() * 0.04)));

    private static IReadOnlyList<string> Directors(IReadOnlyList<string> names, Random random) => random.Next(10) switch
    {
        < 3 => [],
        < 6 => [.. names.Select(name => name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [.., var last] words && words.Length > 1 ? $"{words[0][0]}. {last}" : name)],
        6 => [.. names.Select(name => string.Join(' ', name.Split(' ').Reverse()))],
        _ => names,
    };

    private static string Noisy(string title, Random random) => random.Next(6) switch
    {
        0 => title.ToUpperInvariant(),
        1 => $"«{title}»",
        2 => title.Replace('ё', 'е'),
        3 => title.Replace(':', '.').Replace(" - ", " — ", StringComparison.Ordinal),
        _ => title,
    };
}
