using System.Globalization;
using Benchmarks.Films;

namespace Benchmarks.Scenarios;

/// <summary>Lists that a visitor could ask for, one to four filters and a sort, and none of them twice.</summary>
internal sealed class PageQueries(int seed)
{
    private static readonly string[] Sorts =
        ["popular", "new", "rating", "year", "title", "duration", "-year", "-popular", "-title"];

    private readonly Random _random = new(seed);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public string Next(string route)
    {
        string query;
        do
        {
            // In one order, because the service takes the same filters in another order for the same list.
            var filters = Filters().SelectMany(filter => filter).Order(StringComparer.Ordinal);
            query = string.Join('&', filters.Append($"sort={Sorts[_random.Next(Sorts.Length)]}"));
        }
        while (!_asked.Add(query));
        return $"/api/v1/{route}?{query}";
    }

    private IEnumerable<string[]> Filters()
    {
        var filters = new Func<string[]>[]
        {
            () => [.. Words.Genres.DrawSome(_random, 2).Select(genre => $"genre={Escape(genre)}")],
            () => [$"notGenre={Escape(Words.Genres.Draw(_random))}"],
            () => [$"country={Escape(Words.Countries.Draw(_random))}"],
            () => [$"yearFrom={_random.Next(1920, 2015)}"],
            () => [$"yearTo={_random.Next(1990, 2026)}"],
            () => [string.Create(CultureInfo.InvariantCulture, $"ratingFrom={_random.Next(300, 800) / 100.0}")],
            () => [$"durationFrom={_random.Next(5, 100)}", $"durationTo={_random.Next(100, 200)}"],
        };
        _random.Shuffle(filters);
        return filters.Take(_random.Next(1, 5)).Select(filter => filter());
    }

    private static string Escape(string name) => Uri.EscapeDataString(name);
}
