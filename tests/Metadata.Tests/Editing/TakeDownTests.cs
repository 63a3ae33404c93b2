using System.Net;
using Metadata.Client;

namespace Metadata.Tests.Editing;

public abstract class TakeDownTests(MetadataApp app)
{
    [Fact]
    public async Task A_film_taken_down_is_gone_and_its_uploads_never_come_back()
    {
        var caller = await app.EmptyAsync();
        var (one, two) = (Uploads.Of("Нельзя", 2000), Uploads.Of("Нельзя", 2000, "archive"));
        var id = await caller.AddAsync(one);
        await caller.PutAsync(two);

        await caller.DeleteAsync($"movies/{id}?takeDown=true");
        var report = await caller.PutAsync(one, two with { Title = "Другое имя", Year = 2001 });

        Assert.All(report.Results, result => Assert.StartsWith("excluded: ", result.Reason, StringComparison.Ordinal));
        Assert.Equal(410, (await caller.GetProblemAsync($"movies/{id}")).Status);
        Assert.Equal(410, (await caller.GetProblemAsync($"movies/{id}/similar")).Status);
        Assert.Equal(0, (await caller.ListAsync("")).Total);
        var kept = await caller.GetAsync(id);
        Assert.Equal((false, false, 0), (kept.IsActive, kept.IsAvailable, kept.Videos.Count));
        Assert.Equal(2, (await caller.ReadAsync("exclusions", MetadataJson.Default.PageOfExclusion)).Total);
    }

    [Fact]
    public async Task No_edit_shows_a_film_taken_down_and_an_undo_does()
    {
        var caller = await app.EmptyAsync();
        var upload = Uploads.Of("Нельзя", 2000) with { Views = 9 };
        var id = await caller.AddAsync(upload);
        await caller.EditAsync(id, """{"description":"Своё"}""");
        var before = await caller.ExportAsync();
        await caller.DeleteAsync($"movies/{id}?takeDown=true");

        var (status, _) = await caller.RefusedAsync(HttpMethod.Patch, $"movies/{id}", """{"isActive":true}""");
        var bulk = await caller.EditManyAsync($$"""[{"id":{{id}},"fields":{"isActive":true,"rating":1} }]""");

        Assert.Equal((HttpStatusCode.Conflict, 1), (status, bulk.Rejected));
        Assert.Equal(410, (await caller.GetProblemAsync($"movies/{id}")).Status);
        Assert.Empty((await caller.UndoAsync("last")).Conflicts);
        Assert.Equal(before, await caller.ExportAsync());
        Assert.Equal(UpsertStatus.Unchanged, (await caller.PutAsync(upload)).Results[0].Status);
    }

    [Fact]
    public async Task A_new_upload_of_a_film_taken_down_does_not_bring_it_back()
    {
        var caller = await app.EmptyAsync();
        var id = await caller.AddAsync(Uploads.Of("Нельзя", 2000));
        await caller.DeleteAsync($"movies/{id}?takeDown=true");

        await caller.PutAsync(Uploads.Of("Нельзя", 2000, "peertube"));

        Assert.Equal((410, 0), ((await caller.GetProblemAsync($"movies/{id}")).Status, (await caller.ListAsync("")).Total));
    }

    public sealed class OnSqlite(SqliteApp app) : TakeDownTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : TakeDownTests(app), IClassFixture<PostgresApp>;
}
