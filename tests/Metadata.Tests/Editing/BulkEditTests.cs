using System.Net;
using Metadata.Client;

namespace Metadata.Tests.Editing;

public abstract class BulkEditTests(MetadataApp app)
{
    [Fact]
    public async Task Every_film_takes_all_of_its_edit_or_nothing()
    {
        var caller = await app.EmptyAsync();
        var (one, two, same) = (
            await caller.AddAsync(Uploads.Of("Один", 2001)), await caller.AddAsync(Uploads.Of("Два", 2002)),
            await caller.AddAsync(Uploads.Of("Три", 2003)));
        await caller.EditAsync(same, """{"year":2003}""");

        var report = await caller.EditManyAsync($$"""
            [{"id":{{one}},"fields":{"year":1991,"title":"Первый"} },
             {"id":{{two}},"fields":{"year":1992,"rating":11} },
             {"id":{{same}},"fields":{"year":2003} },
             {"id":999999,"fields":{"year":1990} },
             {"id":{{one}},"fields":{"rating":1} },
             {"id":{{two}}},
             5]
            """);

        Assert.Equal((1, 1, 5, false), (report.Changed, report.Unchanged, report.Rejected, report.DryRun));
        Assert.Equal(
            ["lockedFields", "title", "year"],
            report.Results[0].Changes.Select(change => change.Field).Order(StringComparer.Ordinal).ToArray());
        Assert.All(report.Results.Where(result => result.Status == BulkEditStatus.Rejected), result => Assert.NotNull(result.Reason));
        Assert.Contains("rating", report.Results[1].Reason, StringComparison.Ordinal);
        Assert.Equal(("Первый", 1991, null), (await FactsAsync(caller, one)));
        Assert.Equal(("Два", 2002, null), (await FactsAsync(caller, two)));
        var set = (await caller.ChangesAsync())[0];
        Assert.Equal((report.Set, 3), (set.Id, set.Count));
    }

    [Fact]
    public async Task A_dry_run_tells_the_same_and_writes_nothing()
    {
        var caller = await app.EmptyAsync();
        var id = await caller.AddAsync(Uploads.Of("Один", 2001));
        var (export, sets) = (await caller.ExportAsync(), (await caller.ChangesAsync()).Count);
        var edits = $$"""[{"id":{{id}},"fields":{"year":1991,"isActive":false} }]""";

        var dry = await caller.EditManyAsync(edits, dryRun: true);

        Assert.Equal((export, sets), (await caller.ExportAsync(), (await caller.ChangesAsync()).Count));
        Assert.Equal((null, true, 1), (dry.Set, dry.DryRun, dry.Changed));
        var real = await caller.EditManyAsync(edits);
        Assert.Equal(real.Results[0].Changes.Select(Show).ToArray(), dry.Results[0].Changes.Select(Show).ToArray());
        Assert.False((await caller.GetAsync(id)).IsActive);
    }

    [Theory]
    [InlineData("{}", "")]
    [InlineData("[]", "")]
    [InlineData("""[{"id":1,"fields":{}}]""", "?dryRun=yes")]
    public async Task A_body_that_is_no_list_of_edits_is_a_problem(string body, string query)
    {
        var (status, _) = await app.Caller().RefusedAsync(HttpMethod.Patch, $"movies{query}", body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task More_than_ten_thousand_edits_are_a_problem()
    {
        var edits = string.Join(',', Enumerable.Range(1, 10_001).Select(id => $$"""{"id":{{id}},"fields":{} }"""));

        var (status, _) = await app.Caller().RefusedAsync(HttpMethod.Patch, "movies", $"[{edits}]");

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    private static string Show(FieldChange change) => $"{change.Field}: {change.Old} > {change.New}";

    private static async Task<(string Title, int? Year, double? Rating)> FactsAsync(Caller caller, int id)
    {
        var movie = await caller.GetAsync(id);
        return (movie.Title, movie.Year, movie.Rating);
    }

    public sealed class OnSqlite(SqliteApp app) : BulkEditTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : BulkEditTests(app), IClassFixture<PostgresApp>;
}
