using System.Text.Json.Nodes;
using Hosts;
using Metadata.Client;
using Microsoft.Extensions.Options;
using Scraper.Enriching.Registries.Wikidata;
using Scraper.Fetching;
using Scraper.Journal;
using Scraper.Sources;
using Scraper.Tests.Collecting;
using Scraper.Tests.Sources;

namespace Scraper.Tests.Enriching.Registries;

public sealed class WikidataRegistryTests : IAsyncLifetime
{
    private readonly PoliteHttpFactory _fetching = LoopbackFetching.Create();
    private readonly ManualTimeProvider _clock = new(ScraperParts.Start);
    private readonly FetchMeter _meter = new();
    private StubWikidata _wikidata = null!;
    private ScraperParts _parts = null!;

    public async Task InitializeAsync()
    {
        _wikidata = await StubWikidata.StartAsync();
        _parts = await ScraperParts.CreateAsync(new ScriptedSource());
        _wikidata.Add("Q130232", "драматический фильм", "drama film");
        _wikidata.Add("Q471839", "что-то неведомое", "science fiction");
        _wikidata.Add("Q15180", "Союз Советских Социалистических Республик", "Soviet Union");
        _wikidata.Add("Q853", "Андрей Тарковский");
    }

    public async Task DisposeAsync()
    {
        _fetching.Dispose();
        await _parts.DisposeAsync();
        await _wikidata.DisposeAsync();
    }

    [Fact]
    public async Task A_sure_film_comes_with_everything_the_item_says_by_its_Russian_names()
    {
        AddStalker();

        var lookup = Assert.Single(await LookUpAsync(Sought.Film(7, "Сталкер", 1980, 161)));

        var facts = lookup.Facts!;
        Assert.Equal((7, "wikidata", LookupOutcome.Found), (lookup.MovieId, lookup.Registry, lookup.Outcome));
        Assert.Equal((1979, "Stalker"), (facts.Year, facts.OriginalTitle));
        Assert.Equal(["драма", "фантастика"], facts.Genres!);
        Assert.Equal("Андрей Тарковский", Assert.Single(facts.Directors!));
        Assert.Equal(new ExternalIds("tt0079944", "43911", "1398", "Q210364"), facts.ExternalIds);
        Assert.All(_wikidata.Host.Requests, request => Assert.StartsWith("OnlineCinema/", request.Headers["User-Agent"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Many_films_cost_a_search_each_and_few_requests_more_and_names_are_asked_for_once()
    {
        for (var number = 1; number <= 10; number++)
        {
            var film = _wikidata.AddFilm($"Q{1000 + number}", $"Картина {number:d2}", $"Picture {number}", 1960 + number, 90);
            StubWikidata.Claim(film, "P136", StubWikidata.ItemValue("Q130232"));
        }

        SoughtFilm[] films = [.. Enumerable.Range(1, 10).Select(number => Sought.Film(number, $"Картина {number:d2}", 1960 + number))];
        var first = await LookUpAsync(films);
        var spent = _meter.Requests;
        var second = await LookUpAsync(films);

        Assert.All(first.Concat(second), lookup => Assert.Equal("драма", Assert.Single(lookup.Facts!.Genres!)));
        Assert.Equal((12, 11), (spent, _meter.Requests - spent));
    }

    [Fact]
    public async Task More_candidates_than_one_request_may_name_are_read_in_parts()
    {
        for (var number = 1; number <= 60; number++)
        {
            _wikidata.AddFilm($"Q{1000 + number}", $"Мама {number % 3}", "Mama", 1900 + number, 90);
        }

        var lookups = await LookUpAsync(Sought.Film(1, "Мама 0", 1903), Sought.Film(2, "Мама 1", 1904), Sought.Film(3, "Мама 2", 1905));

        Assert.All(lookups, lookup => Assert.Equal(LookupOutcome.Found, lookup.Outcome));
        Assert.Equal(2, _wikidata.Host.Requests.Count(request => request.PathAndQuery.Contains("claims", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_known_id_is_looked_up_without_a_search_and_another_registry_s_id_with_one()
    {
        AddStalker();
        _wikidata.AddFilm("Q2", "Сталкер", "Stalker", 1979, 163);
        var known = Sought.Film(1, "Сталкер", 1979) with { ExternalIds = new ExternalIds(Wikidata: "Q210364") };
        var byImdb = Sought.Film(2, "Сталкер", 1979) with { ExternalIds = new ExternalIds(Imdb: "tt0079944") };

        var lookups = await LookUpAsync(known, byImdb, Sought.Film(3, "Сталкер", 1979));

        var ids = lookups.OrderBy(lookup => lookup.MovieId).Select(lookup => lookup.Facts?.ExternalIds?.Wikidata ?? "none");
        Assert.Equal("Q210364 Q210364 none", string.Join(' ', ids));
        Assert.StartsWith("More than one film fits", lookups.Single(lookup => lookup.MovieId == 3).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_leads_elsewhere_says_nothing_and_the_original_title_is_tried_last()
    {
        AddStalker();
        _wikidata.AddFilm("Q5", "Солярис", "Solaris", 1972, 167);
        var film = Sought.Film(1, "Проводник в зону", 1979, 163, "Stalker") with { ExternalIds = new ExternalIds(Wikidata: "Q5") };

        var lookup = Assert.Single(await LookUpAsync(film));

        Assert.Equal("Q210364", lookup.Facts?.ExternalIds?.Wikidata);
    }

    [Fact]
    public async Task While_its_servers_lag_it_is_asked_again_after_the_time_it_names()
    {
        AddStalker();
        _wikidata.Lagging = 1;

        var asking = LookUpAsync(Sought.Film(1, "Сталкер", 1979));
        await Poll.UntilAsync(() => _clock.WaitingTimers == 1);
        _clock.Advance(TimeSpan.FromSeconds(6.9));
        Assert.Single(_wikidata.Host.Requests);
        _clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(LookupOutcome.Found, Assert.Single(await asking).Outcome);
        Assert.All(_wikidata.Host.Requests, request => Assert.Contains("maxlag=5", request.PathAndQuery, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Odd_statements_cost_the_film_nothing_but_themselves()
    {
        var film = AddStalker();
        StubWikidata.Claim(film, "P577", StubWikidata.TimeValue("+1950-00-00T00:00:00Z", 8));
        StubWikidata.Claim(film, "P577", StubWikidata.TimeValue("-0044-03-15T00:00:00Z", 11));
        StubWikidata.Claim(film, "P577", StubWikidata.TimeValue("+1890-01-01T00:00:00Z", 11), rank: "deprecated");
        StubWikidata.Claim(film, "P577", null);
        StubWikidata.Claim(film, "P136", "no item");
        StubWikidata.Claim(film, "P57", new JsonArray(1, 2));
        StubWikidata.Claim(film, "P345", new JsonObject());
        StubWikidata.Claim(film, "P2603", "43911/../../etc", rank: "preferred");
        StubWikidata.Claim(film, "P2047", new JsonObject { ["amount"] = "1e308", ["unit"] = "Q7727" });
        film["claims"]!["P495"] = "no statements";
        _wikidata.AddFilm("Q667", "Сталкер", "x", 1979, 163)["claims"] = new JsonArray();

        var facts = Assert.Single(await LookUpAsync(Sought.Film(1, "Сталкер", 1979))).Facts!;

        Assert.Equal((1979, "43911", null), (facts.Year, facts.ExternalIds!.Kinopoisk, facts.Countries));
        Assert.Single(facts.Directors!);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"query":{"search":"none"}}""")]
    [InlineData("""{"error":{"code":"internal_api_error","info":"Caught exception"}}""")]
    public async Task An_answer_that_is_not_as_agreed_ends_the_registry_with_its_reason(string answer)
    {
        _wikidata.Host.Fail(Fault.Json(answer));

        var ended = await Assert.ThrowsAsync<SourceException>(() => LookUpAsync(Sought.Film(1, "Сталкер", 1979)));

        Assert.Equal(SourceFailure.Contract, ended.Failure);
        Assert.Contains("/w/api.php", ended.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_without_a_word_is_not_searched()
    {
        var lookup = Assert.Single(await LookUpAsync(Sought.Film(1, "***", 1979)));

        Assert.Equal((LookupOutcome.NotFound, 0), (lookup.Outcome, _meter.Requests));
    }

    private JsonObject AddStalker()
    {
        var film = _wikidata.AddFilm("Q210364", "Сталкер", "Stalker", 1979, 163);
        StubWikidata.Claim(film, "P136", StubWikidata.ItemValue("Q130232"));
        StubWikidata.Claim(film, "P136", StubWikidata.ItemValue("Q471839"));
        StubWikidata.Claim(film, "P495", StubWikidata.ItemValue("Q15180"));
        StubWikidata.Claim(film, "P57", StubWikidata.ItemValue("Q853"));
        StubWikidata.Claim(film, "P345", "tt0079944");
        StubWikidata.Claim(film, "P2603", "43911");
        StubWikidata.Claim(film, "P4947", "1398");
        return film;
    }

    private async Task<List<FilmLookup>> LookUpAsync(params IReadOnlyList<SoughtFilm> films)
    {
        var options = Options.Create(new WikidataOptions { BaseUrl = _wikidata.Host.BaseUrl, DelayMilliseconds = 0 });
        var registry = new WikidataRegistry(
            options, _fetching, new WikidataNames(_parts.Get<JournalStore>(), _clock), _clock);
        var lookups = new List<FilmLookup>();
        await foreach (var lookup in registry.LookUpAsync(films, _meter, CancellationToken.None))
        {
            lookups.Add(lookup);
        }

        return lookups;
    }
}
