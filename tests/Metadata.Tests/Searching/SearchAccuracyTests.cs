using System.Globalization;
using Metadata.Indexing;
using Metadata.Matching;
using Metadata.Searching;
using Xunit.Abstractions;

namespace Metadata.Tests.Searching;

/// <summary>Measures the search on real films, with the floors that the product promises.</summary>
public sealed class SearchAccuracyTests(ITestOutputHelper output)
{
    private const int MinFilms = 5_000;
    private const int MinQueries = 300;

    private static readonly IReadOnlyList<AskedFilm> Asked =
    [
        .. LiteralQueries.ByClass.Concat(CorrectedQueries.ByClass).SelectMany(kind =>
            kind.Value.Split('\n').Select(line => line.Split(" = ")).SelectMany(line =>
                line[1].Split(" | ").Select(query => new AskedFilm(kind.Key, line[0].Trim(), query.Trim())))),
    ];

    [Fact]
    public void The_right_film_comes_first()
    {
        if (SharedFilms.Read() is not { } films)
        {
            Console.Error.WriteLine("shared data absent: search accuracy not measured");
            output.WriteLine("shared data absent: search accuracy not measured");

            return;
        }

        var index = new SearchIndex();
        foreach (var film in films)
        {
            index.Put(film);
        }

        var places = Asked.Select(asked => (Asked: asked, Place: PlaceOf(asked, index, films))).ToList();

        Report(places);
        Assert.True(films.Count >= MinFilms, $"{films.Count} films are too few to tell anything");
        Assert.True(Asked.Count >= MinQueries, $"{Asked.Count} queries are too few to tell anything");
        Assert.Multiple(
            () => AssertAtLeast(0.95, Share(places.Select(one => one.Place == 0)), "first"),
            () => AssertAtLeast(0.99, Share(places.Select(one => one.Place is >= 0 and < 5)), "in the first five"));
    }

    private static int PlaceOf(AskedFilm asked, SearchIndex index, IReadOnlyList<IndexedMovie> films)
    {
        var key = TitleKey.Of(asked.Title);
        var year = asked.Query.Split(' ', ',', '(', ')', '[', ']')
            .Select(word => int.TryParse(word, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .FirstOrDefault(number => number is > 1900 and < 2100);
        return index.Find(asked.Query).Hits.OrderBy(hit => hit.Score).ThenBy(hit => hit.MovieId).Take(5)
            .Select(hit => films[hit.MovieId - 1])
            .ToList()
            .FindIndex(film => TitleKey.Of(film.Title) == key && (year == 0 || film.Year == year));
    }

    private static double Share(IEnumerable<bool> right)
    {
        var list = right.ToList();
        return list.Count(one => one) / (double)list.Count;
    }

    private static void AssertAtLeast(double floor, double value, string name) =>
        Assert.True(value >= floor, $"{name}: {value:0.000} is below {floor:0.000}");

    private void Report(IReadOnlyList<(AskedFilm Asked, int Place)> places)
    {
        foreach (var kind in places.GroupBy(one => one.Asked.Kind, StringComparer.Ordinal))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{kind.Key,-24}{kind.Count(),5} queries, first {Share(kind.Select(one => one.Place == 0)):0.000}, in five {Share(kind.Select(one => one.Place >= 0)):0.000}"));
        }

        foreach (var (asked, place) in places.Where(one => one.Place != 0))
        {
            output.WriteLine($"{asked.Kind}: {asked.Query} -> {asked.Title} at {place}");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"all {places.Count} queries: first {Share(places.Select(one => one.Place == 0)):0.000}, in five {Share(places.Select(one => one.Place >= 0)):0.000}"));
    }

    private sealed record AskedFilm(string Kind, string Title, string Query);
}
