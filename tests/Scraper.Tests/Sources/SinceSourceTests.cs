using Scraper.Fetching;
using Scraper.Sources;
using Scraper.Tests.Collecting;

namespace Scraper.Tests.Sources;

public sealed class SinceSourceTests
{
    private static readonly DateTimeOffset May = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    private static RawVideo Film(int number, int? day) =>
        ScriptedPage.Film(number) with { PublishedAt = day is { } days ? May.AddDays(days) : null };

    private static async Task<List<SourcePage>> ReadAsync(ScriptedSource source)
    {
        var since = new SinceSource(source);
        var target = SinceSource.TargetOf(May, source.ReadTarget("list:a"));
        var pages = new List<SourcePage>();
        await foreach (var page in since.ReadAsync(target, cursor: null, new FetchMeter(), CancellationToken.None))
        {
            pages.Add(page);
        }

        return pages;
    }

    [Fact]
    public async Task What_is_older_is_left_out_and_what_has_no_date_is_kept()
    {
        var source = new ScriptedSource().With(
            "list:a", ScriptedPage.Of(Film(1, 2), Film(2, -1), Film(3, null)), ScriptedPage.Of(Film(4, -3), Film(5, 0)));

        var pages = await ReadAsync(source);

        Assert.Equal(
            ["film-1", "film-3", "film-5"], [.. pages.SelectMany(page => page.Videos).Select(video => video.ExternalId)]);
    }

    [Fact]
    public async Task A_list_that_begins_with_the_newest_is_read_no_further_than_that()
    {
        var source = new ScriptedSource { IsNewestFirst = true }.With(
            "list:a", ScriptedPage.Of(Film(1, 2)), ScriptedPage.Of(Film(2, -1)), ScriptedPage.Of(Film(3, -2)));

        var pages = await ReadAsync(source);

        Assert.Equal(["list:a#1", "list:a#2"], source.Fetched);
        Assert.Null(pages[^1].NextCursor);
    }

    [Fact]
    public void Its_targets_are_read_as_they_are_written()
    {
        var source = new ScriptedSource();
        var target = SinceSource.TargetOf(May, source.ReadTarget("list:a b"));

        var read = new SinceSource(source).ReadTarget(target.ToString());

        Assert.Equal(("since:2026-05-01T00:00:00Z list:a b", target), (read.ToString(), read));
    }
}
