using System.Net;
using Metadata.Client;

namespace Metadata.Tests.Editing;

public abstract class SplitTests(MetadataApp app)
{
    [Fact]
    public async Task A_split_makes_a_film_that_later_scrapes_leave_alone()
    {
        var caller = await app.EmptyAsync();
        var (stays, leaves) = (
            Uploads.Of("Комната", 2015) with { Views = 3 },
            Uploads.Of("Комната", 2015, "archive") with { Views = 4, Description = "Другая" });
        var id = await caller.AddAsync(stays);
        await caller.PutAsync(leaves);
        var video = (await caller.GetAsync(id)).Videos.Single(video => video.Source == "archive").Id;

        var made = await caller.SplitAsync(id, video);
        await caller.PutAsync(stays with { Quality = "hd" }, leaves with { Quality = "hd" });

        Assert.Equal((4, "Другая", "archive"), (made.Views, made.Description, Assert.Single(made.Sources)));
        Assert.Equal((3, null, "rutube"), await FactsAsync(caller, id));
        Assert.Equal((4, "Другая", "archive"), await FactsAsync(caller, made.Id));
    }

    [Fact]
    public async Task A_split_answers_where_the_new_film_is()
    {
        var caller = await app.EmptyAsync();
        var id = await caller.AddAsync(Uploads.Of("Комната", 2015));
        await caller.PutAsync(Uploads.Of("Комната", 2015, "archive"));
        var video = (await caller.GetAsync(id)).Videos[0].Id;

        using var response = await caller.SendAsync(HttpMethod.Post, $"movies/{id}/split", $$"""{"videoIds":[{{video}}]}""");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(video, Assert.Single((await caller.GetAsync(int.Parse(
            response.Headers.Location!.OriginalString.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture))).Videos).Id);
    }

    [Fact]
    public async Task An_undone_split_leaves_one_film()
    {
        var caller = await app.EmptyAsync();
        var id = await caller.AddAsync(Uploads.Of("Комната", 2015) with { Views = 3 });
        await caller.PutAsync(Uploads.Of("Комната", 2015, "archive") with { Views = 4 });
        var made = await caller.SplitAsync(id, (await caller.GetAsync(id)).Videos[0].Id);

        var undo = await caller.UndoAsync("last");

        Assert.Empty(undo.Conflicts);
        Assert.Equal((7, 2), ((await caller.GetAsync(id)).Views, (await caller.GetAsync(id)).Videos.Count));
        Assert.Equal(404, (await caller.GetProblemAsync($"movies/{made.Id}")).Status);
        await caller.UndoAsync(undo.Set!);
        Assert.Equal((1, 1), ((await caller.GetAsync(id)).Videos.Count, (await caller.GetAsync(made.Id)).Videos.Count));
        Assert.True((await caller.GetAsync(made.Id)).IsActive);
    }

    [Fact]
    public async Task All_uploads_foreign_ones_and_none_are_refused_and_change_nothing()
    {
        var caller = await app.EmptyAsync();
        var id = await caller.AddAsync(Uploads.Of("Комната", 2015));
        var foreign = (await caller.GetAsync(await caller.AddAsync(Uploads.Of("Слова", 2012)))).Videos[0].Id;
        var own = (await caller.GetAsync(id)).Videos[0].Id;
        var before = await caller.ExportAsync();

        foreach (var videos in new[] { $"[{own}]", $"[{own},{foreign}]", "[]", "[\"1\"]", "[0]", "5" })
        {
            var (status, problem) = await caller.RefusedAsync(HttpMethod.Post, $"movies/{id}/split", $$"""{"videoIds":{{videos}}}""");
            Assert.Equal((HttpStatusCode.BadRequest, "videoIds"), (status, Caller.ErrorNames(problem)));
        }

        Assert.Equal(before, await caller.ExportAsync());
    }

    private static async Task<(long Views, string? Description, string Source)> FactsAsync(Caller caller, int id)
    {
        var movie = await caller.GetAsync(id);
        return (movie.Views, movie.Description, Assert.Single(movie.Sources));
    }

    public sealed class OnSqlite(SqliteApp app) : SplitTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : SplitTests(app), IClassFixture<PostgresApp>;
}
