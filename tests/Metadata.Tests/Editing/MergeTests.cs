using System.Net;
using Metadata.Client;

namespace Metadata.Tests.Editing;

public abstract class MergeTests(MetadataApp app)
{
    [Fact]
    public async Task A_merged_film_answers_as_the_one_that_stays()
    {
        var caller = await app.EmptyAsync();
        var (one, other) = (
            await caller.AddAsync(Uploads.Of("Брат", 1997) with { Views = 3 }),
            await caller.AddAsync(Uploads.Of("Братан", 1997, "archive") with { Views = 4 }));

        var stays = await caller.MergeAsync(other, one);

        Assert.Equal((one, 7, 2), (stays.Id, stays.Views, stays.Videos.Count));
        Assert.Equal(one, (await caller.ReadAsync($"movies/{other}", MetadataJson.Default.MovieDetails)).Id);
        Assert.Equal(["Брат"], await caller.TitlesAsync(""));
        await caller.ReadAsync($"movies/{other}/similar", MetadataJson.Default.IReadOnlyListSimilarMovie);
    }

    [Fact]
    public async Task Later_scrapes_leave_merged_uploads_where_they_are()
    {
        var caller = await app.EmptyAsync();
        var (stray, upload) = (Uploads.Of("Братан", 1998), Uploads.Of("Брат", 1997));
        var (one, other) = (await caller.AddAsync(stray), await caller.AddAsync(upload));
        var rival = await caller.AddAsync(Uploads.Of("Сестра", 2001));
        await caller.MergeAsync(one, other);

        await caller.PutAsync(stray with { Title = "Сестра 2", Year = 2004 }, upload with { Title = "Сестра 3", Year = 2006 });

        Assert.Equal((2, 1), ((await caller.GetAsync(other)).Videos.Count, (await caller.GetAsync(rival)).Videos.Count));
        var origins = (await caller.ReadAsync($"movies/{other}/provenance", MetadataJson.Default.MovieProvenance)).Videos;
        Assert.All(origins, origin => Assert.True(origin.ByHand));
    }

    [Fact]
    public async Task Merges_can_follow_one_another()
    {
        var caller = await app.EmptyAsync();
        var ids = new List<int>();
        foreach (var title in new[] { "Раз", "Два", "Три" })
        {
            ids.Add(await caller.AddAsync(Uploads.Of(title, 2000)));
        }

        await caller.MergeAsync(ids[2], ids[1]);
        await caller.MergeAsync(ids[1], ids[0]);

        Assert.Equal((ids[0], 3), ((await caller.GetAsync(ids[2])).Id, (await caller.GetAsync(ids[2])).Videos.Count));
        Assert.Equal(["Раз"], await caller.TitlesAsync(""));
    }

    [Fact]
    public async Task Locked_values_outlive_a_merge_and_those_of_the_film_that_stays_come_first()
    {
        var caller = await app.EmptyAsync();
        var (one, other) = (await caller.AddAsync(Uploads.Of("Раз", 2000)), await caller.AddAsync(Uploads.Of("Два", 2001)));
        await caller.EditAsync(one, """{"title":"Единица","description":"Своё описание","genres":["драма"]}""");
        await caller.EditAsync(other, """{"title":"Двойка"}""");

        var stays = await caller.MergeAsync(one, other);

        Assert.Equal(("Двойка", "Своё описание", "драма"), (stays.Title, stays.Description, Assert.Single(stays.Genres)));
        Assert.Equal(["title", "description", "genres"], stays.LockedFields!);
    }

    [Fact]
    public async Task An_undone_merge_leaves_the_export_as_it_was()
    {
        var caller = await app.EmptyAsync();
        var (one, other) = (
            await caller.AddAsync(Uploads.Of("Раз", 2000) with { Rating = 7, Views = 5, Genres = ["драма"] }),
            await caller.AddAsync(Uploads.Of("Два", 2000)));
        await caller.EditAsync(one, """{"description":"Своё"}""");
        var before = await caller.ExportAsync();
        await caller.MergeAsync(one, other);

        var undo = await caller.UndoAsync("last");

        Assert.Empty(undo.Conflicts);
        Assert.Equal(before, await caller.ExportAsync());
        Assert.False((await caller.ReadAsync($"movies/{one}/provenance", MetadataJson.Default.MovieProvenance)).Videos[0].ByHand);
        await caller.UndoAsync(undo.Set!);
        Assert.Equal((other, 5, "Своё"), ((await caller.GetAsync(one)).Id, (await caller.GetAsync(one)).Views, (await caller.GetAsync(one)).Description));
    }

    [Fact]
    public async Task A_merge_that_another_has_built_on_is_not_half_undone()
    {
        var caller = await app.EmptyAsync();
        var (one, two) = (await caller.AddAsync(Uploads.Of("Раз", 2000)), await caller.AddAsync(Uploads.Of("Два", 2000)));
        await caller.MergeAsync(one, two);
        var undo = await caller.UndoAsync("last");
        await caller.MergeAsync(two, one);

        // Redoing the first merge now would make each film lead to the other.
        var redo = await caller.UndoAsync(undo.Set!);

        Assert.NotEmpty(redo.Conflicts);
        Assert.Equal((one, one), ((await caller.GetAsync(one)).Id, (await caller.GetAsync(two)).Id));
        Assert.Equal(2, (await caller.ReadAsync($"movies/{one}", MetadataJson.Default.MovieDetails)).Videos.Count);
    }

    [Fact]
    public async Task What_cannot_be_merged_is_refused()
    {
        var caller = await app.EmptyAsync();
        var (one, two, gone) = (
            await caller.AddAsync(Uploads.Of("Раз", 2000)), await caller.AddAsync(Uploads.Of("Два", 2000)),
            await caller.AddAsync(Uploads.Of("Три", 2000)));
        await caller.DeleteAsync($"movies/{gone}?takeDown=true");
        Task<(HttpStatusCode Status, System.Text.Json.JsonElement Problem)> Merge(int id, string body) =>
            caller.RefusedAsync(HttpMethod.Post, $"movies/{id}/merge", body);

        Assert.Equal(HttpStatusCode.NotFound, (await Merge(999_999, $$"""{"intoId":{{one}}}""")).Status);
        Assert.Equal("intoId", Caller.ErrorNames((await Merge(one, """{"intoId":999999}""")).Problem));
        Assert.Equal("intoId", Caller.ErrorNames((await Merge(one, $$"""{"intoId":{{one}}}""")).Problem));
        Assert.Equal("intoId", Caller.ErrorNames((await Merge(one, "{}")).Problem));
        Assert.Equal(HttpStatusCode.Conflict, (await Merge(one, $$"""{"intoId":{{gone}}}""")).Status);
        await caller.MergeAsync(one, two);
        Assert.Equal(HttpStatusCode.Conflict, (await Merge(one, $$"""{"intoId":{{two}}}""")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await caller.RefusedAsync(HttpMethod.Patch, $"movies/{one}", """{"isActive":true}""")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await caller.RefusedAsync(HttpMethod.Delete, $"movies/{one}")).Status);
    }

    public sealed class OnSqlite(SqliteApp app) : MergeTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : MergeTests(app), IClassFixture<PostgresApp>;
}
