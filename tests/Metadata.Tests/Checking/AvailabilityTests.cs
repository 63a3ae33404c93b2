using System.Net;
using Metadata.Client;
using Metadata.Tests.Editing;

namespace Metadata.Tests.Checking;

public abstract class AvailabilityTests(MetadataApp app)
{
    [Fact]
    public async Task A_film_plays_until_its_last_upload_is_gone_and_returns_by_itself()
    {
        var caller = await app.EmptyAsync();
        var (one, other) = (Uploads.Of("Брат", 1997), Uploads.Of("Брат", 1997, "archive"));
        var id = await caller.AddAsync(one);
        await caller.PutAsync(other);
        await caller.CheckAsync((one, CheckResult.NotFound, 0), (other, CheckResult.Private, 0));
        Assert.Equal((true, 1), ((await caller.GetAsync(id)).IsAvailable, (await caller.ListAsync("available=true")).Total));

        var report = await caller.CheckAsync((one, CheckResult.NotFound, 6));

        var movie = await caller.GetAsync(id);
        Assert.Equal((1, 1, 0), (report.Checked, report.Changed, report.Unknown));
        Assert.Equal([Availability.Gone, Availability.Private], movie.Videos.OrderBy(video => video.Id).Select(video => video.Availability));
        Assert.Equal((false, 0, 1), (movie.IsAvailable, (await caller.ListAsync("")).Total, (await caller.ListAsync($"ids={id}")).Total));
        await caller.CheckAsync((one, CheckResult.Ok, 7));
        Assert.Equal((true, 1), ((await caller.GetAsync(id)).IsAvailable, (await caller.ListAsync("")).Total));
    }

    [Fact]
    public async Task A_source_in_trouble_changes_nothing()
    {
        var caller = await app.EmptyAsync();
        var films = Enumerable.Range(0, 10).Select(number => Uploads.Of($"Фильм {number}", 2000)).ToList();
        var elsewhere = Uploads.Of("Другой", 2000, "archive");
        await caller.PutAsync([.. films, elsewhere]);
        var before = await caller.ExportAsync();
        var sets = (await caller.ChangesAsync()).Count;

        var report = await caller.CheckAsync([
            .. films.Select((film, place) => (film, place < 3 ? CheckResult.NotFound : CheckResult.Ok, 1.0)),
            (elsewhere, CheckResult.NotFound, 1)]);

        Assert.Equal((11, 0, new BrakedSource("rutube", 10, 3)), (report.Checked, report.Changed, Assert.Single(report.Braked)));
        Assert.Equal((before, sets), (await caller.ExportAsync(), (await caller.ChangesAsync()).Count));
    }

    [Fact]
    public async Task A_run_is_journaled_and_undone()
    {
        var caller = await app.EmptyAsync();
        var upload = Uploads.Of("Брат", 1997);
        var id = await caller.AddAsync(upload);
        await caller.CheckAsync((upload, CheckResult.Private, 0), (Uploads.Of("Нет такого"), CheckResult.Ok, 0));

        var set = (await caller.ChangesAsync())[0];
        await caller.UndoAsync(set.Id);

        var change = Assert.Single(set.Changes);
        Assert.Equal(("availability", "video.availability", "unknown", "private"),
            (set.Action, change.Field, change.Old!.Value.GetString(), change.New!.Value.GetString()));
        var movie = await caller.GetAsync(id);
        Assert.Equal((true, Availability.Unknown), (movie.IsAvailable, movie.Videos[0].Availability));
    }

    [Fact]
    public async Task A_wrong_check_names_its_place_and_nothing_is_written()
    {
        var caller = await app.EmptyAsync();
        var upload = Uploads.Of("Брат", 1997);
        await caller.AddAsync(upload);
        var before = await caller.ExportAsync();

        var (status, problem) = await caller.RefusedAsync(HttpMethod.Put, "videos/availability", $$"""
            [{"source":"rutube","externalId":"{{upload.ExternalId}}","result":"private","checkedAt":"2024-01-01T00:00:00Z"},
             {"source":"rutube","externalId":"x","result":"dead"}, 5]
            """);

        Assert.Equal((HttpStatusCode.BadRequest, "[1].checkedAt [1].result [2]"), (status, Caller.ErrorNames(problem)));
        Assert.Equal(before, await caller.ExportAsync());
    }

    public sealed class OnSqlite(SqliteApp app) : AvailabilityTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : AvailabilityTests(app), IClassFixture<PostgresApp>;
}
