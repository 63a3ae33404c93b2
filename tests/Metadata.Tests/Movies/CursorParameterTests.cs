using Metadata.Indexing;
using Metadata.Movies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Metadata.Tests.Movies;

public sealed class CursorParameterTests
{
    private static readonly string ByYear = Text("year");

    [Fact]
    public void A_cursor_wins_over_the_page()
    {
        var (query, problems) = Read(("cursor", ByYear), ("page", "3"), ("sort", "year"));

        Assert.Equal((ByYear, 7), (query.Cursor, query.Page));
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("popular", "", "")]
    [InlineData("popular", "relevance", "")]
    [InlineData("relevance", "", "text")]
    [InlineData("-year", "-year", "text")]
    public void A_cursor_is_read_with_the_sort_that_applies(string made, string sort, string q)
    {
        var (query, problems) = Read(("cursor", Text(made)), ("sort", sort), ("q", q));

        Assert.Empty(problems);
        Assert.Equal(Text(made), query.Cursor);
    }

    [Theory]
    [InlineData("year", "-year")]
    [InlineData("popular", "year")]
    public void A_cursor_of_another_sort_is_a_problem_that_names_both(string made, string sort)
    {
        var (_, problems) = Read(("cursor", Text(made)), ("sort", sort));

        Assert.Equal([$"cursor must be of a list sorted by {sort}, found one of a list sorted by {made}."], problems["cursor"]);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAA")]
    [InlineData("../../etc")]
    public void A_text_that_is_no_cursor_is_a_problem_that_shows_it(string text)
    {
        var (query, problems) = Read(("cursor", text));

        Assert.Contains($"found '{text}'", problems["cursor"].Single(), StringComparison.Ordinal);
        Assert.Null(query.Cursor);
    }

    [Fact]
    public void Lists_from_different_places_have_different_cache_keys()
    {
        var (one, _) = Read(("cursor", ByYear), ("sort", "year"));
        var (other, _) = Read(("page", "7"), ("sort", "year"));

        Assert.False(MovieParameters.List.CacheKey(one) == MovieParameters.List.CacheKey(other));
    }

    private static string Text(string sort)
    {
        var tail = sort == "relevance" ? new byte[sizeof(ulong)] : [];
        return new ListCursor(MovieSort.Read(sort), 7, new SortPoint(IsKnown: true, 5, tail, 12)).ToString();
    }

    private static (MovieQuery Query, Dictionary<string, string[]> Problems) Read(params IEnumerable<(string Name, string Value)> given)
    {
        var values = given.ToDictionary(one => one.Name, one => new StringValues(one.Value), StringComparer.Ordinal);
        return (MovieParameters.List.Read(new QueryCollection(values), new MovieQuery(), out var problems), problems);
    }
}
