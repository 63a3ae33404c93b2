namespace Scraper.Tests.Editing.Changes;

public sealed class ChangesCommandsTests
{
    private const string Journal = """
        {"items":[{"id":32,"at":"2026-05-02T10:00:00Z","actor":"anna","action":"edit","reason":"по титрам","undoneBy":33,"count":7,
          "changes":[{"movieId":7,"field":"year","old":1974,"new":1975},{"movieId":7,"field":"genres","new":["драма","притча"]},
            {"movieId":7,"field":"video.availability","videoId":70,"old":"ok","new":"suspect"},{"movieId":8,"field":"a"},
            {"movieId":8,"field":"b"},{"movieId":8,"field":"c"}]}],"total":1,"page":1,"pageSize":24}
        """;

    [Fact]
    public async Task The_journal_tells_who_changed_what_and_why()
    {
        await using var metadata = await StubCatalogue.StartAsync();
        metadata.With("GET /api/v1/changes", Journal);
        using var cli = new CommandLine(metadata: metadata.Host.BaseUrl);

        var result = await cli.RunAsync("changes", "--movie", "7", "--since", "2026-05-01");

        Assert.Equal(
            """
            Set When (UTC) Who What Change Why
            32 2026-05-02 10:00:00 anna edit, undone by 33 film 7: year «1974» → «1975» по титрам
            film 7: genres unknown → «драма; притча»
            film 7: video.availability of video 70 «ok» → «suspect»
            film 8: a unknown → unknown
            film 8: b unknown → unknown
            and 2 more
            1 of 1 change sets, page 1

            """,
            result.Table);
        Assert.Equal(
            "/api/v1/changes?page=1&movieId=7&since=2026-05-01T00%3A00%3A00.0000000%2B00%3A00",
            Assert.Single(metadata.Host.Requests).PathAndQuery);
    }

    [Fact]
    public async Task The_journal_is_one_document_for_programs()
    {
        await using var metadata = await StubCatalogue.StartAsync();
        metadata.With("GET /api/v1/changes", Journal);
        using var cli = new CommandLine(metadata: metadata.Host.BaseUrl);

        var result = await cli.RunAsync("changes", "--json");

        Assert.Equal((0, 1), (result.Code, result.Json().GetProperty("schema").GetInt32()));
        Assert.Equal(33, result.Json().GetProperty("changes").GetProperty("items")[0].GetProperty("undoneBy").GetInt32());
    }

    [Theory]
    [InlineData("POST /api/v1/changes/31/undo", "31")]
    [InlineData("POST /api/v1/changes/last/undo", "--last")]
    public async Task A_change_set_is_undone(string line, string which)
    {
        await using var metadata = await StubCatalogue.StartAsync();
        metadata.With(line, """{"undone":31,"set":34,"restored":12,"conflicts":[]}""");
        using var cli = new CommandLine(metadata: metadata.Host.BaseUrl);

        var result = await cli.RunAsync("undo", which, "--reason", "wrong list");

        Assert.Equal((0, "Change set 31 undone by change set 34: 12 fields have their old value again.\n"), (result.Code, result.Out));
        Assert.Equal((line, "wrong list"), (metadata.Writes[0].Line, metadata.Writes[0].Reason));
    }

    [Theory]
    [InlineData(3, "\"set\":34,\"restored\":1", "1 fields were changed again since")]
    [InlineData(1, "\"restored\":0", "Nothing of change set 31 could be undone.")]
    public async Task Fields_changed_again_since_are_listed(int code, string outcome, string told)
    {
        await using var metadata = await StubCatalogue.StartAsync();
        metadata.With("POST /api/v1/changes/31/undo", $$"""
            {"undone":31,{{outcome}},"conflicts":[{"movieId":7,"field":"year","expected":1975,"found":1976,"changedBy":33}]}
            """);
        using var cli = new CommandLine(metadata: metadata.Host.BaseUrl);

        var result = await cli.RunAsync("undo", "31");

        Assert.Equal(code, result.Code);
        Assert.Contains(told, result.Error, StringComparison.Ordinal);
        Assert.Contains("7 year 1975 1976 33\n", result.Table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("undo")]
    [InlineData("undo", "31", "--last")]
    [InlineData("changes", "--since", "yesterday")]
    public async Task What_is_not_said_clearly_is_wrong_usage(params string[] command)
    {
        using var cli = new CommandLine();

        var result = await cli.RunAsync(command);

        Assert.Equal((2, ""), (result.Code, result.Out));
    }
}
