using Metadata.Indexing;
using Metadata.Movies;
using Metadata.Searching;

namespace Metadata.Tests.Indexing;

/// <summary>Walks lists by their cursors while films are added, changed and hidden between the pages.</summary>
public sealed class CursorWalkTests
{
    public static TheoryData<string> Sorts => [.. RandomFilms.Sorts];

    [Theory]
    [MemberData(nameof(Sorts))]
    public void Films_that_did_not_change_come_once_each_and_in_order(string sort)
    {
        var seed = sort.Sum(letter => letter);
        var random = new Random(seed);
        for (var walk = 0; walk < 12; walk++)
        {
            var films = new Films(random, random.Next(30, 1_200));
            var (query, hits) = Question(random, films, sort);
            var before = films.All.List(query, hits);
            var (shown, changed) = Walk(films, query, hits, between: () => films.Change(random.Next(8)));

            var expected = before.Where(id => !changed.Contains(id)).ToList();
            Assert.True(
                expected.SequenceEqual(shown.Where(expected.ToHashSet().Contains)), $"Seed {seed}, walk {walk}: {query}");
        }
    }

    [Theory]
    [MemberData(nameof(Sorts))]
    public void Pages_by_cursor_are_pages_by_number_while_nothing_changes(string sort)
    {
        var seed = 1 + sort.Sum(letter => letter);
        var random = new Random(seed);
        var films = new Films(random, 900);
        var (query, hits) = Question(random, films, sort);

        var (shown, _) = Walk(films, query, hits, between: () => []);

        Assert.True(films.All.List(query, hits).SequenceEqual(shown), $"Seed {seed}: {query}");
    }

    [Fact]
    public void A_film_shown_last_may_go_and_the_list_goes_on_from_its_place()
    {
        var columns = new MovieColumns();
        Put(columns, (1, 2001), (2, 2002), (3, 2003), (4, 2004));
        var query = new MovieQuery { Sort = "year", PageSize = 2 };
        var first = columns.Page(query, null);
        Put(columns, (3, 1990));

        var second = columns.Page(query with { Cursor = first.NextCursor }, null);

        Assert.Equal([4, 3], first.Ids);
        Assert.Equal([2, 1], second.Ids);
    }

    [Fact]
    public void A_cursor_of_another_sort_is_refused()
    {
        var columns = new MovieColumns();
        Put(columns, (1, 2001), (2, 2002));
        var cursor = columns.Page(new MovieQuery { Sort = "year", PageSize = 1 }, null).NextCursor;

        Assert.Throws<ArgumentException>(() => columns.Page(new MovieQuery { Sort = "-year", Cursor = cursor }, null));
    }

    // A page takes more films than change while it is read, or a walk would never end.
    private static (MovieQuery Query, SearchHits? Hits) Question(Random random, Films films, string sort)
    {
        var (query, _) = random.Question(films.All, random.FewFilters() & random.FewFilters());
        var hits = sort.EndsWith("relevance", StringComparison.Ordinal) ? random.Hits(films.All) : null;
        return (query with { Q = hits is null ? null : "text", Sort = sort, Page = 1, PageSize = random.Next(10, 40) }, hits);
    }

    private static (List<int> Shown, HashSet<int> Changed) Walk(
        Films films, MovieQuery query, SearchHits? hits, Func<IReadOnlyList<int>> between)
    {
        var (shown, changed) = (new List<int>(), new HashSet<int>());
        for (var pages = 1; ; pages++)
        {
            var page = films.Columns.Page(query, hits);
            shown.AddRange(page.Ids);
            if (page.NextCursor is null)
            {
                return (shown, changed);
            }

            Assert.True(ListCursor.TryRead(page.NextCursor, out var cursor));
            Assert.Equal(pages + 1, cursor.Page);
            changed.UnionWith(between());
            query = query with { Cursor = page.NextCursor, Page = cursor.Page };
        }
    }

    private static void Put(MovieColumns columns, params IEnumerable<(int Id, int Year)> films)
    {
        foreach (var (id, year) in films)
        {
            columns.Put(new IndexedMovie { Id = id, Title = "Фильм", Year = year, AddedAt = DateTimeOffset.UnixEpoch });
        }

        columns.Settle();
    }
}
