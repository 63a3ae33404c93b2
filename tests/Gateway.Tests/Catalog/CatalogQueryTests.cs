using Gateway.Catalog;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Gateway.Tests.Catalog;

public class CatalogQueryTests
{
    [Theory]
    [InlineData("page=1", "")]
    [InlineData("pageSize=24", "")]
    [InlineData("sort=popular", "")]
    [InlineData("sort=relevance", "")]
    [InlineData("sort=popular&q=a", "q=a&sort=popular")]
    [InlineData("sort=relevance&q=a", "q=a")]
    [InlineData("sort=-popular", "sort=-popular")]
    [InlineData("available=false", "")]
    [InlineData("available=TRUE", "available=true")]
    [InlineData("page=002", "page=2")]
    [InlineData("page=+2", "page=2")]
    [InlineData("page=2&page=2", "page=2")]
    [InlineData("ratingFrom=7.0", "ratingFrom=7")]
    [InlineData("ratingFrom=7.50", "ratingFrom=7.5")]
    [InlineData("q=%20a%20", "q=a")]
    [InlineData("q=%20", "")]
    [InlineData("ids=3,1,,2,1", "ids=1%2C2%2C3")]
    [InlineData("genre=b&genre=a&genre=b", "genre=a&genre=b")]
    [InlineData("cursor=abc&page=7", "cursor=abc")]
    [InlineData("utm_source=x", "")]
    public void The_same_question_is_written_the_same_way(string asked, string canonical)
    {
        var query = Read(asked);

        Assert.Empty(query.Errors);
        Assert.Equal(canonical, query.Canonical);
    }

    [Theory]
    [InlineData("page=0", "page", "page must be a whole number from 1 to 2147483647, found '0'.")]
    [InlineData("page=x", "page", "page must be a whole number from 1 to 2147483647, found 'x'.")]
    [InlineData("page=99999999999", "page", "page must be a whole number from 1 to 2147483647, found '99999999999'.")]
    [InlineData("page=2&page=3", "page", "page must be given once, found 2 values.")]
    [InlineData("pageSize=101", "pageSize", "pageSize must be a whole number from 1 to 100, found '101'.")]
    [InlineData("yearFrom=10000", "yearFrom", "yearFrom must be a whole number from 0 to 9999, found '10000'.")]
    [InlineData("ratingFrom=10.1", "ratingFrom", "ratingFrom must be a number from 0 to 10, found '10.1'.")]
    [InlineData("ratingFrom=NaN", "ratingFrom", "ratingFrom must be a number from 0 to 10, found 'NaN'.")]
    [InlineData("ageTo=7", "ageTo", "ageTo must be one of 0, 6, 12, 16, 18, found '7'.")]
    [InlineData("available=yes", "available", "available must be true or false, found 'yes'.")]
    [InlineData("ids=1,x", "ids", "ids must be 1 to 100 whole numbers above zero, separated by commas, found '1,x'.")]
    public void A_value_that_can_mean_nothing_is_named(string asked, string parameter, string message)
    {
        var query = Read(asked);

        Assert.Equal([message], query.Errors[parameter]);
        Assert.Equal((400, message), (query.Refusal!.Status, query.Refusal.Detail));
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once() =>
        Assert.Equal(["page", "sort"], Read("sort=best&page=0").Errors.Keys.Order());

    [Fact]
    public void Words_and_lists_have_an_end()
    {
        Assert.Equal(["q"], Read($"q={new string('a', 501)}").Errors.Keys);
        Assert.Equal(["genre"], Read(string.Join('&', Enumerable.Range(0, 51).Select(number => $"genre={number}"))).Errors.Keys);
        Assert.Equal(["ids"], Read($"ids={string.Join(',', Enumerable.Range(1, 101))}").Errors.Keys);
        Assert.Equal(["q"], Read($"q={new string('a', 501)}").Refusal!.Errors!.Keys);
    }

    private static CatalogQuery Read(string asked) =>
        CatalogQuery.Read(CatalogParameters.List, new QueryCollection(QueryHelpers.ParseQuery(asked)));
}
