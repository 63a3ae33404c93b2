using System.Net;
using System.Text;
using System.Text.Json;
using Metadata.Client;

namespace Metadata.Tests.Editing;

public abstract class UndoTests(MetadataApp app)
{
    [Fact]
    public async Task An_undo_puts_back_what_nobody_has_changed_since_and_names_the_rest()
    {
        var caller = await app.EmptyAsync();
        var id = await caller.AddAsync(Uploads.Of("Брат", 1996) with { Description = "старое", Rating = 5 });
        await caller.EditAsync(id, """{"year":1997,"description":"новое","rating":null}""");
        var set = (await caller.ChangesAsync())[0].Id;
        await caller.EditAsync(id, """{"description":"ещё новее"}""");
        var later = (await caller.ChangesAsync())[0].Id;

        var report = await caller.UndoAsync(set);

        var movie = await caller.GetAsync(id);
        Assert.Equal((1996, 5, "ещё новее"), (movie.Year, movie.Rating, movie.Description));
        var conflict = Assert.Single(report.Conflicts);
        Assert.Equal((id, "description", "новое", "ещё новее", later),
            (conflict.MovieId, conflict.Field, conflict.Expected!.Value.GetString(), conflict.Found!.Value.GetString(), conflict.ChangedBy));
        Assert.Equal((set, 3), (report.Undone, report.Restored));
        Assert.Equal([], movie.LockedFields!);
    }

    [Fact]
    public async Task An_undo_is_a_change_set_that_can_be_undone()
    {
        var caller = await app.EmptyAsync();
        var id = await caller.AddAsync(Uploads.Of("Брат", 1996));
        await caller.EditAsync(id, """{"year":1997}""");
        var set = (await caller.ChangesAsync())[0].Id;
        var undo = (await caller.UndoAsync("last")).Set!.Value;
        Assert.Equal((undo, HttpStatusCode.Conflict), ((await caller.ChangesAsync())[1].UndoneBy,
            (await caller.RefusedAsync(HttpMethod.Post, $"changes/{set}/undo")).Status));

        await caller.UndoAsync(undo);

        var movie = await caller.GetAsync(id);
        Assert.Equal((1997, "year"), (movie.Year, Assert.Single(movie.LockedFields!)));
        var again = await caller.UndoAsync("last");
        Assert.Equal((set, 2), (again.Undone, again.Restored));
    }

    [Fact]
    public async Task The_last_set_is_an_editors_not_a_scrapes()
    {
        var caller = await app.EmptyAsync();
        var id = await caller.AddAsync(Uploads.Of("Брат", 1996));
        await caller.EditAsync(id, """{"year":1997}""");
        await caller.AddAsync(Uploads.Of("Вий", 1967));

        await caller.UndoAsync("last");

        Assert.Equal(1996, (await caller.GetAsync(id)).Year);
        Assert.Equal(HttpStatusCode.NotFound, (await caller.RefusedAsync(HttpMethod.Post, "changes/last/undo")).Status);
    }

    [Fact]
    public async Task An_undone_creation_is_hidden_and_comes_back()
    {
        var caller = await app.EmptyAsync();
        var movie = await caller.AskAsync(HttpMethod.Post, "movies", """{"title":"Асса"}""", MetadataJson.Default.MovieDetails);

        var report = await caller.UndoAsync("last");

        Assert.Equal((1, 404), (report.Restored, (await caller.GetProblemAsync($"movies/{movie.Id}")).Status));
        await caller.UndoAsync(report.Set!);
        Assert.True((await caller.GetAsync(movie.Id)).IsActive);
    }

    [Fact]
    public async Task An_undone_scrape_hides_its_films_and_keeps_its_uploads_out_of_the_others()
    {
        var caller = await app.EmptyAsync();
        var old = await caller.AddAsync(Uploads.Of("Брат", 1997) with { Description = "старое", Views = 5 });
        var (newcomer, own) = (Uploads.Of("Брат", 1997, "archive") with { Views = 7 }, Uploads.Of("Вий", 1967));
        var report = await caller.PutAsync(newcomer, own);
        var scrape = (await caller.ChangesAsync())[0].Id;

        var undo = await caller.UndoAsync(scrape);

        Assert.Equal(["Брат"], await caller.TitlesAsync(""));
        Assert.Equal((5, "rutube"), ((await caller.GetAsync(old)).Views, Assert.Single((await caller.GetAsync(old)).Sources)));
        Assert.Equal(UpsertStatus.Rejected, (await caller.PutAsync(newcomer)).Results[0].Status);
        await caller.UndoAsync(undo.Set!);
        Assert.Equal(12, (await caller.GetAsync(old)).Views);
        Assert.True((await caller.GetAsync(report.Results[1].MovieId!.Value)).IsActive);
        Assert.Equal(UpsertStatus.Unchanged, (await caller.PutAsync(newcomer)).Results[0].Status);
    }

    [Fact]
    public async Task An_undone_edit_of_a_thousand_films_leaves_the_export_as_it_was()
    {
        var caller = await app.EmptyAsync();
        foreach (var batch in Enumerable.Range(0, 1_000).Select(Film).Chunk(500))
        {
            await caller.PutAsync(batch);
        }

        var before = await caller.ExportAsync();
        var edits = before.TrimEnd().Split('\n').Select(line => JsonSerializer.Deserialize(line, MetadataJson.Default.MovieDetails)!.Id)
            .Select(id => $$"""{"id":{{id}},"fields":{"title":"Одно имя","genres":["ужасы"],"rating":null,"isActive":false} }""");
        var report = await caller.EditManyAsync($"[{string.Join(',', edits)}]");
        Assert.Equal((1_000, 0), (report.Changed, (await caller.ListAsync("")).Total));

        var undo = await caller.UndoAsync(report.Set!);

        Assert.Empty(undo.Conflicts);
        Assert.Equal(before, await caller.ExportAsync());
        Assert.Equal(1_000, (await caller.ListAsync("")).Total);
    }

    [Fact]
    public async Task A_long_actor_is_cut_between_letters()
    {
        var caller = await app.EmptyAsync();
        var id = await caller.AddAsync(Uploads.Of("Брат", 1997));

        await caller.EditAsync(id, """{"rating":1}""", new EditorNote(new string('a', 99) + "🎬", new StringBuilder().Insert(0, "🎬", 300).ToString()));

        var set = (await caller.ChangesAsync())[0];
        Assert.Equal((99, 500), (set.Actor.Length, set.Reason!.Length));
    }

    private static MovieUpsert Film(int number) => Uploads.Of($"Фильм номер {number}", 1950 + (number % 70)) with
    {
        Genres = number % 2 == 0 ? ["драма", "комедия"] : null,
        Rating = number % 10,
        Views = number,
        Description = $"О числе {number}",
        PublishedAt = DateTimeOffset.UnixEpoch.AddDays(number),
    };

    public sealed class OnSqlite(SqliteApp app) : UndoTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : UndoTests(app), IClassFixture<PostgresApp>;
}
