using Gateway.Catalog;
using Metadata.Client;

namespace Gateway.Tests.Catalog;

public class HomeLeadsTests
{
    private static HomeSection Row(string key, params int[] ids) => new(key, key, "", [.. ids.Select(id => new MovieSummary
    {
        Id = id,
        Slug = "",
        Title = "",
        Views = 0,
        AddedAt = default,
        Genres = [],
        IsAvailable = true,
        Sources = [],
    })]);

    private static IEnumerable<int> Ids(HomeSection row) => row.Items.Select(movie => movie.Id);

    [Fact]
    public void A_film_that_leads_a_row_stands_aside_in_the_next()
    {
        var rows = HomeLeads.Spread([Row("new", 1, 2, 3, 4, 5, 6, 7), Row("popular", 1, 6, 2, 7, 8)]);

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], Ids(rows[0]));
        Assert.Equal([6, 7, 8, 1, 2], Ids(rows[1]));
    }

    [Fact]
    public void Films_are_repeated_when_there_are_no_others()
    {
        var rows = HomeLeads.Spread([Row("new", 1, 2), Row("popular", 2, 1)]);

        Assert.Equal([2, 1], Ids(rows[1]));
    }

    [Fact]
    public void A_row_is_cut_to_what_is_shown()
    {
        var rows = HomeLeads.Spread([Row("new", [.. Enumerable.Range(1, 30)])]);

        Assert.Equal(18, rows[0].Items.Count);
    }
}
