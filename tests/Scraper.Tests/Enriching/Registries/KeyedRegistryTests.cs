using Hosts;
using Metadata.Client;
using Microsoft.Extensions.Options;
using Scraper.Enriching.Registries;
using Scraper.Enriching.Registries.Kinopoisk;
using Scraper.Enriching.Registries.Tmdb;
using Scraper.Fetching;
using Scraper.Sources;
using Scraper.Tests.Sources;

namespace Scraper.Tests.Enriching.Registries;

public sealed class KeyedRegistryTests : IAsyncLifetime
{
    private readonly PoliteHttpFactory _fetching = LoopbackFetching.Create();
    private readonly ManualTimeProvider _clock = new(ScraperParts.Start);
    private readonly FetchMeter _meter = new();
    private StubKinopoisk _kinopoisk = null!;
    private StubTmdb _tmdb = null!;

    public async Task InitializeAsync()
    {
        _kinopoisk = await StubKinopoisk.StartAsync();
        _tmdb = await StubTmdb.StartAsync();
    }

    public async Task DisposeAsync()
    {
        _fetching.Dispose();
        await _kinopoisk.DisposeAsync();
        await _tmdb.DisposeAsync();
    }

    [Fact]
    public async Task Kinopoisk_gives_rating_with_votes_age_mark_and_ids()
    {
        _kinopoisk.Add(43911, "Сталкер", "Сталкер", 1979, 163);
        _kinopoisk.Add(5, "Сталкер", null, 1980, 40)["type"] = "TV_SERIES";

        var facts = Assert.Single(await KinopoiskAsync(Sought.Film(7, "Сталкер", 1980, 161))).Facts!;

        Assert.Equal((1979, 8.1, 143_000, 12), (facts.Year, facts.Rating, facts.RatingVotes, facts.AgeRating));
        Assert.Equal(["фантастика", "драма"], facts.Genres!);
        Assert.Equal(("СССР", new ExternalIds("tt0043911", "43911")), (Assert.Single(facts.Countries!), facts.ExternalIds));
        Assert.Equal(2, _meter.Requests);
    }

    [Fact]
    public async Task Tmdb_gives_directors_and_what_else_it_knows()
    {
        _tmdb.Add(1398, "Сталкер", "Сталкер", "1979-05-25", 163);

        var facts = Assert.Single(await TmdbAsync(Sought.Film(7, "Сталкер", 1980, 161))).Facts!;

        Assert.Equal((1979, 8.105, 2_400, 12), (facts.Year, facts.Rating, facts.RatingVotes, facts.AgeRating));
        Assert.Equal(("фантастика", "СССР", "Андрей Тарковский"),
            (Assert.Single(facts.Genres!), Assert.Single(facts.Countries!), Assert.Single(facts.Directors!)));
        Assert.Equal(new ExternalIds(Imdb: "tt0079944", Tmdb: "1398"), facts.ExternalIds);
    }

    [Fact]
    public async Task A_length_that_only_the_film_itself_tells_may_speak_against_it_or_tell_two_apart()
    {
        _tmdb.Add(1, "Сталкер", "Stalker", "1979-05-25", 163);
        _tmdb.Add(2, "Сталкер", "Stalker", "1980-01-01", 90);

        var lookups = await TmdbAsync(
            Sought.Film(1, "Сталкер", 1979, 163), Sought.Film(2, "Сталкер", 1980, 50), Sought.Film(3, "Сталкер", 1979));

        Assert.Equal("1", lookups[0].Facts?.ExternalIds?.Tmdb);
        Assert.Equal((LookupOutcome.Unsure, LookupOutcome.Unsure), (lookups[1].Outcome, lookups[2].Outcome));
    }

    [Fact]
    public async Task A_known_id_costs_one_request_and_is_not_believed_blindly()
    {
        _kinopoisk.Add(43911, "Сталкер", null, 1979, 163);
        var film = Sought.Film(1, "Сталкер", 1979) with { ExternalIds = new ExternalIds(Kinopoisk: "43911") };

        var right = Assert.Single(await KinopoiskAsync(film));
        var spent = _meter.Requests;
        var wrong = Assert.Single(await KinopoiskAsync(film with { Title = "Солярис" }));

        Assert.Equal((LookupOutcome.Found, 1, LookupOutcome.NotFound), (right.Outcome, spent, wrong.Outcome));
    }

    [Fact]
    public async Task The_key_goes_in_a_header_and_never_in_an_address()
    {
        _kinopoisk.Add(1, "Сталкер", null, 1979, 163);
        _tmdb.Add(1, "Сталкер", "Сталкер", "1979-05-25", 163);

        await KinopoiskAsync(Sought.Film(1, "Сталкер", 1979));
        await TmdbAsync(Sought.Film(1, "Сталкер", 1979));

        var requests = _kinopoisk.Host.Requests.Concat(_tmdb.Host.Requests).ToList();
        Assert.Equal(4, requests.Count);
        Assert.All(requests, request => Assert.DoesNotContain(StubKinopoisk.Key, request.PathAndQuery, StringComparison.Ordinal));
        Assert.All(requests, request => Assert.DoesNotContain(StubTmdb.Key, request.PathAndQuery, StringComparison.Ordinal));
        Assert.DoesNotContain(StubKinopoisk.Key, $"{Kinopoisk(StubKinopoisk.Key).Scope}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_used_up_quota_ends_the_registry_until_tomorrow_and_says_so()
    {
        _kinopoisk.Add(1, "Сталкер", null, 1979, 163);
        _kinopoisk.Quota = 0;

        var ended = await Assert.ThrowsAsync<SourceException>(() => KinopoiskAsync(Sought.Film(1, "Сталкер", 1979)));

        Assert.Equal((SourceFailure.RateLimited, TimeSpan.FromHours(12)), (ended.Failure, ended.RetryAfter));
        Assert.Contains("quota", ended.Message, StringComparison.Ordinal);
        Assert.Contains("Enrichment:Kinopoisk:ApiKey", ended.Message, StringComparison.Ordinal);
        Assert.Contains("2026-05-02 00:00 UTC", ended.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_requests_end_it_for_the_day_too_or_as_long_as_it_asks_for()
    {
        _kinopoisk.Host.Fail(Fault.TooManyRequests(TimeSpan.FromHours(20)));

        var ended = await Assert.ThrowsAsync<SourceException>(() => KinopoiskAsync(Sought.Film(1, "Сталкер", 1979)));

        Assert.Equal((SourceFailure.RateLimited, TimeSpan.FromHours(20)), (ended.Failure, ended.RetryAfter));
    }

    [Fact]
    public async Task A_key_that_is_not_accepted_is_named_by_its_setting_and_not_shown()
    {
        const string Secret = "0123456789";

        var ended = await Assert.ThrowsAsync<SourceException>(() =>
            LookUpAsync(Kinopoisk(Secret), Sought.Film(1, "Сталкер", 1979)));

        Assert.Equal(SourceFailure.Refused, ended.Failure);
        Assert.Contains("Enrichment:Kinopoisk:ApiKey is not accepted", ended.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, ended.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("year", "null", "filmLength", "\"??\"")]
    [InlineData("ratingKinopoisk", "\"null\"", "ratingKinopoiskVoteCount", "-3")]
    [InlineData("genres", "{}", "countries", "[{\"country\":7},null,[]]")]
    [InlineData("ratingAgeLimits", "\"age99\"", "imdbId", "\"javascript:alert(1)\"")]
    [InlineData("nameOriginal", "[]", "nameEn", "\"\\u0000\"")]
    public async Task Odd_fields_are_left_out_and_cost_the_film_nothing_else(string one, string value, string other, string otherValue)
    {
        var film = _kinopoisk.Add(1, "Сталкер", null, 1979, 163);
        film[one] = System.Text.Json.Nodes.JsonNode.Parse(value);
        film[other] = System.Text.Json.Nodes.JsonNode.Parse(otherValue);
        var known = Sought.Film(1, "Сталкер", 1979) with { ExternalIds = new ExternalIds(Kinopoisk: "1") };

        var lookup = Assert.Single(await KinopoiskAsync(known));

        Assert.Equal((LookupOutcome.Found, "1"), (lookup.Outcome, lookup.Facts!.ExternalIds!.Kinopoisk));
        Assert.True(lookup.Facts is { Rating: null or 8.1, AgeRating: null or 12, Year: null or 1979, OriginalTitle: null });
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"films":{},"results":"none"}""")]
    public async Task A_search_without_its_list_ends_the_registry(string answer)
    {
        _kinopoisk.Host.Fail(Fault.Json(answer));
        _tmdb.Host.Fail(Fault.Json(answer));

        var one = await Assert.ThrowsAsync<SourceException>(() => KinopoiskAsync(Sought.Film(1, "Сталкер", 1979)));
        var other = await Assert.ThrowsAsync<SourceException>(() => TmdbAsync(Sought.Film(1, "Сталкер", 1979)));

        Assert.Equal((SourceFailure.Contract, SourceFailure.Contract), (one.Failure, other.Failure));
    }

    [Fact]
    public void Without_a_key_a_registry_is_not_open() =>
        Assert.False(new KeyedRegistry(Kinopoisk(""), _fetching, _clock).IsOpen);

    private KinopoiskCatalogue Kinopoisk(string key) => new(Options.Create(
        new KinopoiskOptions { BaseUrl = _kinopoisk.Host.BaseUrl, ApiKey = key, DelayMilliseconds = 0 }));

    private Task<List<FilmLookup>> KinopoiskAsync(params IReadOnlyList<SoughtFilm> films) =>
        LookUpAsync(Kinopoisk(StubKinopoisk.Key), films);

    private Task<List<FilmLookup>> TmdbAsync(params IReadOnlyList<SoughtFilm> films) => LookUpAsync(
        new TmdbCatalogue(Options.Create(
            new TmdbOptions { BaseUrl = _tmdb.Host.BaseUrl, ApiKey = StubTmdb.Key, DelayMilliseconds = 0 })),
        films);

    private async Task<List<FilmLookup>> LookUpAsync(IKeyedCatalogue catalogue, params IReadOnlyList<SoughtFilm> films)
    {
        var lookups = new List<FilmLookup>();
        await foreach (var lookup in new KeyedRegistry(catalogue, _fetching, _clock)
            .LookUpAsync(films, _meter, CancellationToken.None))
        {
            lookups.Add(lookup);
        }

        return lookups;
    }
}
