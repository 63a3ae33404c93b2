using Metadata.Matching;

namespace Metadata.Tests.Matching;

/// <summary>Records as the matcher sees them.</summary>
internal static class Records
{
    private static int _made;

    /// <summary>A record from one line: "title; original = 1979, 9720, Director, imdb:tt1" in any order after the title;
    /// a number up to 2100 is a year, a greater one a length in seconds.</summary>
    public static MatchRecord Of(string line, int videoId = 0, int movieId = 0, int? pin = null, string source = "rutube")
    {
        var (titles, facts) = line.Split(" = ") is [var left, var right] ? (left, right.Split(", ")) : (line, []);
        var title = titles.Split("; ");
        var numbers = facts.Where(fact => fact.All(char.IsAsciiDigit)).Select(int.Parse).ToList();
        var ids = facts.Where(fact => fact.Contains(':', StringComparison.Ordinal)).Select(fact => fact.Split(':')).ToDictionary(id => id[0], id => id[1], StringComparer.Ordinal);
        var original = title.ElementAtOrDefault(1);
        return new MatchRecord
        {
            VideoId = videoId,
            MovieId = movieId,
            PinnedMovieId = pin,
            Source = source,
            ExternalId = $"{Interlocked.Increment(ref _made):x8}",
            Names = MatchRecord.NamesOf(title[0], original, title.Skip(2).ToList()),
            Original = original is null ? null : FilmTitle.Of(TitleKey.Of(original)),
            Year = numbers.Where(number => number <= 2100).Select(number => (int?)number).FirstOrDefault(),
            DurationSeconds = numbers.Where(number => number > 2100).Select(number => (int?)number).FirstOrDefault(),
            Directors = [.. facts.Where(fact => !fact.Contains(':', StringComparison.Ordinal) && !fact.All(char.IsAsciiDigit))],
            Ids = new RegistryIds(
                ids.GetValueOrDefault("imdb"), ids.GetValueOrDefault("kinopoisk"), ids.GetValueOrDefault("tmdb"), ids.GetValueOrDefault("wikidata")),
        };
    }
}
