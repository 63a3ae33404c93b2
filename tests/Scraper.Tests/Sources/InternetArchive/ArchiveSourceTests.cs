using System.Text.Json;
using System.Text.Json.Nodes;
using Hosts;
using Scraper.Fetching;
using Scraper.Sources;
using Scraper.Sources.InternetArchive;

namespace Scraper.Tests.Sources.InternetArchive;

public sealed class ArchiveSourceTests : IAsyncLifetime
{
    private static readonly Uri Url = new("https://archive.org/services/search/v1/scrape");

    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly PoliteHttpFactory _fetching = LoopbackFetching.Create();
    private StubArchive _archive = null!;

    public async Task InitializeAsync()
    {
        _archive = await StubArchive.StartAsync();
        for (var number = 0; number < 7; number++)
        {
            _archive.Items.Add(StubArchive.Item($"silent_film_{number}", $"Silent film {number}", 1920 + number));
        }
    }

    public async Task DisposeAsync()
    {
        _fetching.Dispose();
        await _archive.DisposeAsync();
    }

    [Fact]
    public void Items_of_a_listing_are_read_with_one_value_or_several()
    {
        var items = ArchivePage.Read(RecordedAnswer.Json("archive-scrape.json"), Url, lastYear: 2027).Items;

        var first = items[0].Video!;
        Assert.Equal(("archive", "nosferatu_1922_restored"), (first.Source, first.ExternalId));
        Assert.Equal("https://archive.org/details/nosferatu_1922_restored", first.SourceUrl);
        Assert.Equal("https://archive.org/embed/nosferatu_1922_restored", first.EmbedUrl);
        Assert.Equal("https://archive.org/services/img/nosferatu_1922_restored", first.ImageUrl);
        Assert.Equal("An unauthorised adaptation of Dracula.\nRestored print.", first.Description);
        Assert.Equal("Prana-Film, F. W. Murnau", first.AuthorName);
        Assert.Equal(["silent", "horror", "vampire"], first.Tags);
        Assert.Equal(1922, first.Stated.Year);
        Assert.Equal(new DateTimeOffset(2006, 7, 14, 9, 12, 46, TimeSpan.Zero), first.PublishedAt);
        Assert.Equal(1234567, first.Views);
        Assert.Equal(TimeSpan.FromMinutes(81), first.Duration);
        Assert.Equal("ger", first.Language);

        var second = items[1].Video!;
        Assert.Equal("Night of the Living Dead", second.Title);
        Assert.Equal((1968, 2500L, TimeSpan.FromMinutes(96)), (second.Stated.Year, second.Views, second.Duration));
    }

    [Fact]
    public void The_year_of_the_upload_is_not_the_year_of_the_film()
    {
        var upload = ArchivePage.Read(RecordedAnswer.Json("archive-scrape.json"), Url, lastYear: 2027).Items[2].Video!;

        Assert.Null(upload.Stated.Year);
        Assert.Null(upload.Duration);
    }

    [Fact]
    public void Items_without_identifier_or_title_are_refused_by_name()
    {
        var items = ArchivePage.Read(RecordedAnswer.Json("archive-scrape.json"), Url, lastYear: 2027).Items;

        Assert.StartsWith("identifier is \"bad identifier", items[3].Reject!.Reason, StringComparison.Ordinal);
        Assert.Equal(("untitled_film", "title is missing, not a text"), (items[4].Reject!.ExternalId, items[4].Reject!.Reason));
    }

    [Theory]
    [InlineData("1922", null, 1922)]
    [InlineData("\"1922\"", null, 1922)]
    [InlineData("[\"1922\",\"2001\"]", null, 1922)]
    [InlineData("\"1922-03-04\"", null, 1922)]
    [InlineData("\"19222\"", null, null)]
    [InlineData("\"c. 1922\"", null, null)]
    [InlineData("1700", null, null)]
    [InlineData("2050", null, null)]
    [InlineData("null", "\"1922-01-01T00:00:00Z\"", 1922)]
    [InlineData("\"\"", "\"1922\"", 1922)]
    [InlineData("null", "\"2006-01-01\"", null)]
    [InlineData("null", "\"March 1922\"", null)]
    public void The_year_is_taken_only_where_it_is_plausible(string year, string? date, int? expected)
    {
        using var json = JsonDocument.Parse(
            $$"""{"identifier":"x","title":"X","year":{{year}},"date":{{date ?? "null"}},"publicdate":"2006-07-14T09:12:46Z"}""");

        Assert.Equal(expected, ArchiveParser.Read(json.RootElement, lastYear: 2027).Video!.Stated.Year);
    }

    [Fact]
    public async Task A_collection_is_read_over_all_its_pages()
    {
        _archive.PageSize = 3;

        var walk = await Walk.ThroughAsync(Source(), "collection:silent_films");

        Assert.Null(walk.Failure);
        Assert.Equal([3, 3, 1], walk.Pages.Select(page => page.Videos.Count));
        Assert.Equal(7, walk.Pages[0].Total);
        var asked = Uri.UnescapeDataString(_archive.Host.Requests[0].PathAndQuery);
        Assert.Contains("q=collection:(silent_films) AND mediatype:movies", asked, StringComparison.Ordinal);
        Assert.All(walk.Videos, video => Assert.StartsWith("https://archive.org/", video.EmbedUrl, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_goes_on_from_any_cursor_to_the_same_set()
    {
        _archive.PageSize = 3;
        var whole = await Walk.ThroughAsync(Source(), "search:silent");

        for (var cut = 0; cut < whole.Pages.Count - 1; cut++)
        {
            var rest = await Walk.ThroughAsync(Source(), "search:silent", whole.Pages[cut].NextCursor);

            Assert.Equal(whole.Ids, whole.Pages.Take(cut + 1).SelectMany(page => page.Videos)
                .Concat(rest.Videos).Select(video => video.ExternalId), StringComparer.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"error":"[FIELD_NOT_FOUND] bad field","errorType":"RangeException"}""", 200, "bad field")]
    [InlineData("""{"error":"Invalid or no response from Elasticsearch"}""", 400, "Elasticsearch")]
    [InlineData("""{"items":{}}""", 200, "\"items\" is {}")]
    [InlineData("[]", 200, "\"items\" is missing")]
    public async Task What_the_archive_refuses_is_told(string body, int status, string told)
    {
        _archive.Host.Fail(Fault.Json(body, status));

        var walk = await Walk.ThroughAsync(Source(), "collection:silent_films");

        Assert.Equal(SourceFailure.Contract, walk.Failure!.Failure);
        Assert.Contains(told, walk.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_is_read_with_the_length_of_its_film()
    {
        _archive.Metadata["nosferatu_1922_restored"] = JsonNode.Parse(RecordedAnswer.Text("archive-item.json"))!.AsObject();

        var walk = await Walk.ThroughAsync(Source(), "item:nosferatu_1922_restored");

        var film = Assert.Single(walk.Videos);
        Assert.Equal(TimeSpan.FromSeconds(4862.51), film.Duration);
        Assert.Equal(1922, film.Stated.Year);
        Assert.Equal("https://archive.org/download/nosferatu_1922_restored/nosferatu.mp4", film.StreamUrl);
        Assert.Equal(("480p", "silent_films"), (film.Stated.Quality, film.Category));
        Assert.Equal(1, walk.Meter.Requests);
    }

    [Fact]
    public async Task An_unknown_item_is_gone()
    {
        var walk = await Walk.ThroughAsync(Source(), "item:no_such_film");

        Assert.Equal(SourceFailure.Gone, walk.Failure!.Failure);
    }

    [Fact]
    public async Task A_dark_item_is_gone()
    {
        _archive.Metadata["dark_film"] = new JsonObject { ["is_dark"] = true, ["metadata"] = new JsonObject() };

        var walk = await Walk.ThroughAsync(Source(), "item:dark_film");

        Assert.Equal(SourceFailure.Gone, walk.Failure!.Failure);
    }

    [Fact]
    public async Task An_item_that_is_no_film_is_refused()
    {
        _archive.Metadata["a_book"] = new JsonObject
        {
            ["metadata"] = new JsonObject { ["identifier"] = "a_book", ["title"] = "A book", ["mediatype"] = "texts" },
        };

        var walk = await Walk.ThroughAsync(Source(), "item:a_book");

        Assert.Equal("mediatype is \"texts\", not \"movies\"", Assert.Single(walk.Rejects).Reason);
    }

    private ArchiveSource Source() => new(
        ArchiveSource.Defaults with { BaseUrl = _archive.Host.BaseUrl, DelayMilliseconds = 0 }, _fetching, _clock);
}
