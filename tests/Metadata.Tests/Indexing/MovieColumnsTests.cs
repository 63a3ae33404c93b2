using System.Text.Json;
using Metadata.Client;
using Metadata.Indexing;
using Metadata.Movies;

namespace Metadata.Tests.Indexing;

/// <summary>Random films and random questions; the columns must answer as <see cref="ColumnsModel"/> does.</summary>
public sealed class MovieColumnsTests
{
    [Theory]
    [InlineData(1, 40)]
    [InlineData(2, 300)]
    [InlineData(3, 3_000)]
    public void Lists_and_facets_are_those_of_the_model_while_films_change(int seed, int size)
    {
        var random = new Random(seed);
        var films = new Films(random, size);
        for (var question = 0; question < 250; question++)
        {
            films.Change(random.Next(4) * size / 40);
            var (query, hits) = random.Question(films.All, random.FewFilters());

            var expected = films.All.List(query, hits);
            query = random.Next(2) == 0 ? query : query with { Page = random.Next(1, (expected.Count / query.PageSize) + 2) };
            var page = films.Columns.Page(query, hits);
            var facets = films.Columns.Facets(query, hits);

            var shown = $"Seed {seed}, question {question}: {query}";
            Assert.True(expected.Count == page.Total, $"{shown}: {expected.Count} films expected, {page.Total} found.");
            Assert.True(Slice(expected, query).SequenceEqual(page.Ids), $"{shown}: other films or order.");
            Assert.True((query.Page * query.PageSize < expected.Count) == (page.NextCursor is not null), $"{shown}: the cursor is wrong.");
            Assert.True(Json(films.All.Facets(query, hits)) == Json(facets), $"{shown}: other facets.");
        }
    }

    [Fact]
    public void Every_combination_of_filters_keeps_the_films_of_the_model()
    {
        const int seed = 4;
        var random = new Random(seed);
        var films = new Films(random, 90);
        for (var filters = 0; filters < 1 << RandomFilms.Filters; filters++)
        {
            var (query, hits) = random.Question(films.All, filters);

            var page = films.Columns.Page(query, hits);

            var expected = films.All.List(query, hits);
            Assert.True(
                expected.Count == page.Total && Slice(expected, query).SequenceEqual(page.Ids),
                $"Seed {seed}, filters {filters}: {query}");
        }
    }

    [Fact]
    public void Counts_of_facets_are_totals_of_lists()
    {
        const int seed = 5;
        var random = new Random(seed);
        var films = new Films(random, 500);
        for (var question = 0; question < 60; question++)
        {
            var (query, hits) = random.Question(films.All, random.FewFilters());

            var facets = films.Columns.Facets(query, hits);

            int Total(MovieQuery asked) => films.Columns.Page(asked with { Page = 1 }, hits).Total;
            var shown = $"Seed {seed}, question {question}: {query}";
            Assert.All(facets.Genres, genre => Assert.True(genre.Count == Total(query with { Genres = [TagNames.KeyOf(genre.Name)] }), shown));
            Assert.All(facets.Countries, country => Assert.True(country.Count == Total(query with { Country = TagNames.KeyOf(country.Name) }), shown));
            Assert.All(facets.Sources, source => Assert.True(source.Count == Total(query with { Source = source.Name }), shown));
            Assert.All(facets.Decades.Select(decade => (From: int.Parse(decade.Name, null), decade.Count)), decade =>
                Assert.True(decade.Count == Total(query with { YearFrom = decade.From, YearTo = decade.From + 9 }), shown));
        }
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public void Similar_films_are_those_of_the_model(int seed)
    {
        var random = new Random(seed);
        var films = new Films(random, 700);
        foreach (var own in films.All.Where(film => film.Id % 5 == 0))
        {
            var limit = random.Next(1, 51);

            var similar = films.Columns.Similar(own.Id, limit);

            Assert.True(films.All.Similar(own).Take(limit).SequenceEqual(similar), $"Seed {seed}, film {own.Id}, limit {limit}.");
        }
    }

    [Fact]
    public void A_random_film_is_any_of_those_kept()
    {
        const int seed = 8;
        var random = new Random(seed);
        var films = new Films(random, 200);
        var query = new MovieQuery { Genres = ["нуар"], YearFrom = 1950 };

        var drawn = Enumerable.Range(0, 2_000).Select(_ => films.Columns.Random(query, null, random)!.Value).ToHashSet();

        Assert.Equal(films.All.List(query, null).Order(), drawn.Order());
        Assert.Null(films.Columns.Random(query with { YearFrom = 9_999 }, null, random));
    }

    [Fact]
    public void Without_films_every_answer_is_empty()
    {
        var columns = new MovieColumns();
        columns.Put(new Random(1).Film(1));
        columns.Settle();
        columns.Clear();

        var page = columns.Page(new MovieQuery { YearFrom = 1900, Genres = ["нуар"], Ids = [7] }, null);

        Assert.Equal((0, 0, null), (page.Ids.Count, page.Total, page.NextCursor));
        Assert.Empty(columns.Facets(new MovieQuery(), null).Genres);
        Assert.Empty(columns.Similar(1, 12));
        Assert.Null(columns.Random(new MovieQuery(), null, new Random(1)));
    }

    [Fact]
    public void A_question_between_a_change_and_its_settling_is_refused()
    {
        var columns = new MovieColumns();
        columns.Put(new Random(1).Film(1));

        var refusal = Assert.Throws<InvalidOperationException>(() => columns.Page(new MovieQuery(), null));

        Assert.Contains("Settle", refusal.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<int> Slice(IReadOnlyList<int> ids, MovieQuery query) =>
        ids.Skip((query.Page - 1) * query.PageSize).Take(query.PageSize);

    private static string Json(Facets facets) => JsonSerializer.Serialize(facets, MetadataJson.Default.Facets);
}
