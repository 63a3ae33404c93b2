namespace Scraper.Tests.Recording;

public sealed class ConditionalRequestsTests
{
    [Fact]
    public async Task A_second_scrape_of_a_host_with_ETags_fetches_no_body_and_sends_no_film()
    {
        await using var rutube = await RecordedRutube.StartAsync();
        rutube.Host.GivesETags = true;
        var first = (await rutube.ScrapeAsync()).Json();
        var (requests, sent) = (rutube.Host.Host.Requests.Count, rutube.Metadata.Requests);

        var second = (await rutube.ScrapeAsync()).Json();

        Assert.True(first.GetProperty("films").GetInt32() > 5);
        Assert.Equal((4, 4), (requests, second.GetProperty("requests").GetInt32()));
        Assert.All(rutube.Host.Host.Requests.Skip(requests), request => Assert.True(request.Headers.ContainsKey("If-None-Match")));
        Assert.Equal(0, second.GetProperty("bytes").GetInt64());
        Assert.Equal(sent, rutube.Metadata.Requests);
        foreach (var count in new[] { "seen", "films", "episodes", "trailers", "other", "review" })
        {
            Assert.Equal(first.GetProperty(count).GetInt32(), second.GetProperty(count).GetInt32());
        }

        Assert.Equal(first.GetProperty("films").GetInt32(), second.GetProperty("unchanged").GetInt32());
        var run = (await rutube.RunAsync("runs", "show", "2", "--json")).Json().GetProperty("run");
        Assert.Equal(4, run.GetProperty("notModified").GetInt32());
    }

    [Fact]
    public async Task A_second_scrape_of_a_host_without_ETags_sends_no_film_that_is_the_same()
    {
        await using var rutube = await RecordedRutube.StartAsync();
        await rutube.ScrapeAsync();
        var sent = rutube.Metadata.Requests;

        var second = (await rutube.ScrapeAsync()).Json();

        Assert.Equal(sent, rutube.Metadata.Requests);
        Assert.Equal(second.GetProperty("films").GetInt32(), second.GetProperty("unchanged").GetInt32());
    }

    [Fact]
    public async Task Of_a_list_that_changed_the_changed_page_is_fetched_and_only_the_changed_film_is_sent()
    {
        await using var rutube = await RecordedRutube.StartAsync();
        rutube.Host.GivesETags = true;
        await rutube.ScrapeAsync();
        rutube.Host.Videos[0]["hits"] = 99_999;

        var second = (await rutube.ScrapeAsync()).Json();

        var run = (await rutube.RunAsync("runs", "show", "2", "--json")).Json().GetProperty("run");
        Assert.Equal(3, run.GetProperty("notModified").GetInt32());
        // All but one by us, and the one by the stub, which keeps no numbers of views.
        Assert.Equal(second.GetProperty("films").GetInt32(), second.GetProperty("unchanged").GetInt32());
        Assert.Equal([2], rutube.Metadata.Stored.Values.Where(times => times > 1));
    }

    [Fact]
    public async Task What_is_held_no_more_is_fetched_whole()
    {
        await using var rutube = await RecordedRutube.StartAsync();
        rutube.Host.GivesETags = true;
        await rutube.ScrapeAsync();
        Directory.Delete(rutube.File("recorded"), recursive: true);

        var second = await rutube.ScrapeAsync();

        Assert.Equal(0, second.Code);
        Assert.True(second.Json().GetProperty("bytes").GetInt64() > 1000);
        Assert.DoesNotContain(rutube.Host.Host.Requests, request => request.Headers.ContainsKey("If-None-Match"));
    }

    [Fact]
    public async Task What_is_held_damaged_is_fetched_whole()
    {
        await using var rutube = await RecordedRutube.StartAsync();
        rutube.Host.GivesETags = true;
        await rutube.ScrapeAsync();
        var file = Assert.Single(rutube.Recordings);
        var bytes = await System.IO.File.ReadAllBytesAsync(file);
        Array.Clear(bytes, bytes.Length / 2, bytes.Length / 2);
        await System.IO.File.WriteAllBytesAsync(file, bytes);

        var second = await rutube.ScrapeAsync();

        Assert.Equal(0, second.Code);
        Assert.InRange(rutube.Host.Host.Requests.Count(request => request.Headers.ContainsKey("If-None-Match")), 1, 3);
    }

    [Fact]
    public async Task A_dry_run_keeps_nothing_and_asks_for_everything()
    {
        await using var rutube = await RecordedRutube.StartAsync();
        rutube.Host.GivesETags = true;
        await rutube.ScrapeAsync();
        var before = Assert.Single(rutube.Recordings);

        await rutube.ScrapeAsync("--dry-run");

        Assert.Equal(before, Assert.Single(rutube.Recordings));
        Assert.DoesNotContain(rutube.Host.Host.Requests, request => request.Headers.ContainsKey("If-None-Match"));
    }

    [Fact]
    public async Task Without_recordings_everything_is_fetched_whole()
    {
        await using var rutube = await RecordedRutube.StartAsync();
        rutube.Host.GivesETags = true;
        rutube.Settings["Recording:Enabled"] = "false";
        await rutube.ScrapeAsync();

        await rutube.ScrapeAsync();

        Assert.False(Directory.Exists(rutube.File("recorded")));
        Assert.DoesNotContain(rutube.Host.Host.Requests, request => request.Headers.ContainsKey("If-None-Match"));
    }
}
