using System.Globalization;
using Metadata.Client;
using Scraper.Sources;
using Scraper.Tests.Collecting;

namespace Scraper.Tests.Editing.Upkeep;

public sealed class DoctorTests
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    private static async Task<StubCatalogue> MetadataAsync(string database = "healthy", int hoursBehind = 0)
    {
        var metadata = await StubCatalogue.StartAsync();
        var at = TimeProvider.System.GetUtcNow().AddHours(-hoursBehind).ToString("O", CultureInfo.InvariantCulture);
        return metadata.With("GET /health/ready", $$"""
            {"status":"{{database}}","service":"metadata","timestamp":"{{at}}","checks":{"database":{"status":"{{database}}","durationMs":1} } }
            """);
    }

    private static CommandLine CommandLine(StubCatalogue? metadata, string? key = Key)
    {
        var source = new ScriptedSource().With("list:a", ScriptedPage.Films(1, 2));
        var cli = new CommandLine(source, metadata?.Host.BaseUrl) { Options = new SourceOptions { Targets = ["list:a"] } };
        if (key is not null)
        {
            File.WriteAllText(cli.File(ApiKeyFile.Name), key);
            File.SetUnixFileMode(cli.File(ApiKeyFile.Name), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return cli;
    }

    private static string StateOf(CommandResult result, string name) => result.Json().GetProperty("checks").EnumerateArray()
        .Single(check => check.GetProperty("name").GetString() == name).GetProperty("state").GetString()!;

    [Fact]
    public async Task A_sound_installation_is_told_to_be_sound()
    {
        await using var metadata = await MetadataAsync();
        metadata.Key = Key;
        using var cli = CommandLine(metadata);
        await cli.RunAsync("runs", "list");

        var result = await cli.RunAsync("doctor", "--json");

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal(
            "settings disk write key clock sources journal outbox last run metadata metadata database clocks key accepted",
            string.Join(' ', result.Json().GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString())));
        Assert.DoesNotContain(result.Json().GetProperty("checks").EnumerateArray(), check => check.GetProperty("state").GetString() == "fail");
    }

    [Fact]
    public async Task Another_key_than_Metadatas_is_a_failure()
    {
        await using var metadata = await MetadataAsync();
        metadata.Key = Key;
        using var cli = CommandLine(metadata, key: Key + "x");

        var result = await cli.RunAsync("doctor", "--json");

        Assert.Equal((1, "fail"), (result.Code, StateOf(result, "key accepted")));
    }

    [Theory]
    [InlineData("unhealthy", 0, 1, "metadata database", "fail")]
    [InlineData("degraded", 0, 0, "metadata database", "warn")]
    [InlineData("healthy", 2, 0, "clocks", "warn")]
    public async Task What_Metadata_says_of_itself_is_handed_on(string database, int hoursBehind, int code, string name, string state)
    {
        await using var metadata = await MetadataAsync(database, hoursBehind);
        using var cli = CommandLine(metadata);

        var result = await cli.RunAsync("doctor", "--json");

        Assert.Equal((code, state), (result.Code, StateOf(result, name)));
    }

    [Fact]
    public async Task A_Metadata_that_is_away_is_a_failure_with_its_remedy()
    {
        using var cli = CommandLine(metadata: null);

        var result = await cli.RunAsync("doctor");

        Assert.Equal(1, result.Code);
        Assert.Contains("fail metadata Metadata at http://127.0.0.1:9/ does not answer", result.Table, StringComparison.Ordinal);
        Assert.Contains("Start it, or set Metadata__BaseUrl.", result.Table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_made_by_looking()
    {
        await using var metadata = await MetadataAsync();
        using var cli = CommandLine(metadata, key: null);

        var result = await cli.RunAsync("doctor", "--json");

        Assert.Equal(("warn", "warn"), (StateOf(result, "write key"), StateOf(result, "journal")));
        Assert.Empty(Directory.GetFileSystemEntries(cli.Directory));
    }

    [Fact]
    public async Task A_key_that_others_can_read_is_warned_of()
    {
        using var cli = CommandLine(metadata: null);
        File.SetUnixFileMode(cli.File(ApiKeyFile.Name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        var result = await cli.RunAsync("doctor", "--json");

        Assert.Equal("warn", StateOf(result, "write key"));
    }

    [Theory]
    [InlineData("Publishing:BatchSize", "501")]
    [InlineData("ConnectionStrings:Scraper", "scraper.db")]
    public async Task A_wrong_setting_is_a_finding_and_the_rest_waits(string key, string value)
    {
        using var cli = new CommandLine { Settings = { [key] = value } };

        var result = await cli.RunAsync("doctor", "--json");

        Assert.Equal((1, "fail"), (result.Code, StateOf(result, "settings")));
        Assert.Equal(1, result.Json().GetProperty("checks").GetArrayLength());
        Assert.Contains(key.Split(':')[1], result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_that_cannot_be_read_is_a_failure()
    {
        using var cli = CommandLine(metadata: null);
        await File.WriteAllTextAsync(cli.File("scraper.db"), "this is no database, however long it may be, and never was one");

        var result = await cli.RunAsync("doctor", "--json");

        Assert.Equal((1, "fail"), (result.Code, StateOf(result, "journal")));
    }
}
