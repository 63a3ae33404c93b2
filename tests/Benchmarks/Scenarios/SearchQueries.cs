using Benchmarks.Films;
using Metadata.Client;

namespace Benchmarks.Scenarios;

/// <summary>Searches for films of the catalogue, typed well and badly, all kinds equally often, none twice.</summary>
internal sealed class SearchQueries
{
    private const string Person = "person";

    // A kind that finds nothing new so often is used up, and the next one takes its turn.
    private const int Attempts = 1_000;

    private readonly FilmMaker _films;
    private readonly int _count;
    private readonly Random _random;
    private readonly (string Kind, Func<MovieUpsert, string?> Type)[] _kinds;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private int _asks;

    /// <param name="count">How many of the generator's films are in the catalogue.</param>
    public SearchQueries(FilmMaker films, int count, int seed)
    {
        (_films, _count, _random) = (films, count, new Random(seed));
        _kinds =
        [
            ("literal", film => film.Title),
            ("first words", film => Beginning(film.Title)),
            ("title year", film => $"{film.Title} {film.Year}"),
            ("typo", film => HasLongWord(film.Title) ? Typing.Mistyped(film.Title, _random) : null),
            ("layout", film => HasLongWord(film.Title) ? Typing.InOtherLayout(film.Title) : null),
            ("translit", film => Typing.IsRussian(film.Title) ? Typing.InLatinLetters(film.Title) : null),
            (Person, film => film.Directors?[0]),
        ];
    }

    public IEnumerable<string> Kinds => _kinds.Select(kind => kind.Kind);

    public SearchQuery Next()
    {
        for (; ; )
        {
            var (kind, type) = _kinds[_asks++ % _kinds.Length];
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                var film = _films.Film(_random.Next(_count));
                if (type(film) is { Length: > 1 and < 200 } text && _asked.Add(text))
                {
                    return new SearchQuery(kind, text, kind == Person ? null : film.Title);
                }
            }
        }
    }

    /// <summary>Asks for suggestions after the first letters of a film's title.</summary>
    public string Begun()
    {
        var title = _films.Film(_random.Next(_count)).Title;
        return $"/api/v1/suggestions?q={Uri.EscapeDataString(title[..Math.Min(title.Length, _random.Next(2, 12))].TrimEnd())}";
    }

    private static bool HasLongWord(string title) => title.Split(' ').Any(word => word.Length >= 5);

    // As far as a hasty visitor types: the last word is not finished.
    private static string? Beginning(string title) =>
        title.Length >= 8 ? title[..(title.Length * 2 / 3)].TrimEnd() : null;
}
