using Hosts;
using Scraper.Tests.Enriching;

namespace Scraper.Tests.Editing.Enrichment;

public sealed class EnrichCommandTests : IAsyncLifetime
{
    private StubFacts _metadata = null!;
    private StubWikidata _wikidata = null!;

    public async Task InitializeAsync()
    {
        _metadata = await StubFacts.StartAsync(
            Sought.Film(7, "Сталкер", 1980, 161), Sought.Film(8, "Солярис", 1972), Sought.Film(9, "Никто не знает", 2000));
        _wikidata = await StubWikidata.StartAsync();
        _wikidata.AddFilm("Q1", "Сталкер", "Stalker", 1979, 163);
        _wikidata.AddFilm("Q2", "Солярис", "Solaris", 2002, 99);
    }

    public async Task DisposeAsync()
    {
        await _metadata.DisposeAsync();
        await _wikidata.DisposeAsync();
    }

    [Fact]
    public async Task A_table_tells_what_changed_and_why_the_rest_did_not()
    {
        using var cli = Cli();
        var result = await cli.RunAsync("enrich");

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Contains("wikidata 3 1 1 1 1 0 0 4\n", result.Table, StringComparison.Ordinal);
        Assert.Contains("7 Сталкер wikidata year 1979 the only film of that title and year\n", result.Table, StringComparison.Ordinal);
        Assert.Contains("8 Солярис wikidata The film is of 1972, but of that title there are only Q2 (2002, 99 min).\n", result.Table, StringComparison.Ordinal);
        Assert.Equal(3, _metadata.Lookups.Count);
    }

    [Fact]
    public async Task A_dry_run_says_so_and_writes_nothing()
    {
        using var cli = Cli();
        var result = await cli.RunAsync("enrich", "--dry-run", "--limit", "1");

        Assert.Equal((0, "DRY RUN, nothing written\n"), (result.Code, result.Error));
        Assert.Contains("7 Сталкер wikidata year 1979", result.Table, StringComparison.Ordinal);
        Assert.Empty(_metadata.Lookups);
    }

    [Fact]
    public async Task One_film_is_looked_up_again_on_demand()
    {
        using var cli = Cli();
        await cli.RunAsync("enrich");

        var result = await cli.RunAsync("enrich", "--movie", "7", "--json");

        Assert.Equal(["schema", "dryRun", "registries", "films"], result.Keys());
        var film = Assert.Single(result.Json().GetProperty("films").EnumerateArray());
        Assert.Equal((7, "found", "changed"), (
            film.GetProperty("movieId").GetInt32(), film.GetProperty("outcome").GetString(), film.GetProperty("status").GetString()));
        Assert.Equal(4, _metadata.Lookups.Count);
    }

    [Fact]
    public async Task A_film_that_is_not_there_is_named()
    {
        using var cli = Cli();
        var result = await cli.RunAsync("enrich", "--movie", "999");

        Assert.Equal(1, result.Code);
        Assert.StartsWith("There is no film 999", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unsure_answers_are_listed()
    {
        using var cli = Cli();
        await cli.RunAsync("enrich");

        var result = await cli.RunAsync("enrich", "unsure");

        Assert.Contains("8 Солярис wikidata 2026-05-01 The film is of 1972", result.Table, StringComparison.Ordinal);
        Assert.Contains("1 of 1 unsure answers, page 1\n", result.Table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registry_that_fails_is_told_and_fails_the_command()
    {
        using var cli = Cli();
        _wikidata.Host.Fail(Fault.Json("[]"));

        var result = await cli.RunAsync("enrich");

        Assert.Equal(1, result.Code);
        Assert.StartsWith("wikidata: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_no_registry_open_the_remedy_is_named()
    {
        using var cli = Cli();
        cli.Settings["Enrichment:Wikidata:Enabled"] = "false";

        var result = await cli.RunAsync("enrich");

        Assert.Equal(2, result.Code);
        Assert.Contains("Enrichment:Kinopoisk:ApiKey", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Enrichment:Cron", "hourly", "Enrichment:Cron is \"hourly\"")]
    [InlineData("Enrichment:BatchSize", "0", "Enrichment:BatchSize is \"0\"")]
    [InlineData("Enrichment:Wikidata:BaseUrl", "ftp://x", "Enrichment:Wikidata:BaseUrl is \"ftp://x\"")]
    [InlineData("Enrichment:Tmdb:ApiKey", "top secret\n", "Enrichment:Tmdb:ApiKey holds a blank")]
    public async Task A_wrong_setting_is_named_and_no_key_is_shown(string key, string value, string expected)
    {
        using var cli = Cli();
        cli.Settings[key] = value;

        var result = await cli.RunAsync("enrich");

        Assert.Equal(1, result.Code);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("top secret", result.Error, StringComparison.Ordinal);
    }

    private CommandLine Cli()
    {
        var cli = new CommandLine(metadata: _metadata.Host.BaseUrl);
        cli.Settings["Network:AllowPrivateAddresses"] = "true";
        cli.Settings["Enrichment:Wikidata:BaseUrl"] = $"{_wikidata.Host.BaseUrl}";
        cli.Settings["Enrichment:Wikidata:DelayMilliseconds"] = "0";
        return cli;
    }
}
