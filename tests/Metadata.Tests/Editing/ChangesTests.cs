using System.Globalization;
using System.Net;
using Metadata.Client;

namespace Metadata.Tests.Editing;

public abstract class ChangesTests(MetadataApp app)
{
    [Fact]
    public async Task An_edit_is_journaled_once_with_its_author_and_reason_and_both_values()
    {
        var caller = await app.EmptyAsync();
        var id = await caller.AddAsync(Uploads.Of("Брат", 1996) with { Genres = ["драма"] });
        await caller.EditAsync(id, """{"year":1997,"genres":["криминал"]}""", new EditorNote("Мария", "по титрам — 1997"));

        var set = (await caller.ChangesAsync())[0];

        Assert.Equal(("Мария", "edit", "по титрам — 1997", 3), (set.Actor, set.Action, set.Reason, set.Count));
        Assert.Equal(
            ["genres: [\"драма\"] > [\"криминал\"]", "lockedFields:  > [\"year\",\"genres\"]", "year: 1996 > 1997"],
            set.Changes.Select(change => $"{change.Field}: {change.Old} > {change.New}").Order(StringComparer.Ordinal).ToArray());
        Assert.All(set.Changes, change => Assert.Equal((id, null), (change.MovieId, change.VideoId)));
    }

    [Fact]
    public async Task What_changes_nothing_is_not_journaled()
    {
        var caller = await app.EmptyAsync();
        var id = await caller.AddAsync(Uploads.Of("Брат", 1997) with { Views = 1 });
        await caller.EditAsync(id, """{"year":1997}""");
        var before = (await caller.ChangesAsync()).Count;

        await caller.EditAsync(id, """{"year":1997}""");

        Assert.Equal(before, (await caller.ChangesAsync()).Count);
    }

    [Fact]
    public async Task The_journal_is_filtered_by_film_actor_and_time()
    {
        var caller = await app.EmptyAsync();
        var (one, other) = (await caller.AddAsync(Uploads.Of("Один", 2001)), await caller.AddAsync(Uploads.Of("Два", 2002)));
        await caller.EditAsync(one, """{"rating":5}""", new EditorNote("Анна"));
        await caller.EditAsync(other, """{"rating":6}""", new EditorNote("Борис"));
        var last = (await caller.ChangesAsync())[0];

        Assert.Equal(["Анна", "scraper"], (await caller.ChangesAsync($"movieId={one}")).Select(set => set.Actor).ToArray());
        Assert.Equal([last.Id], (await caller.ChangesAsync("actor=%D0%91%D0%BE%D1%80%D0%B8%D1%81")).Select(set => set.Id));
        Assert.Contains(last.Id, (await caller.ChangesAsync(
            $"since={Uri.EscapeDataString(last.At.ToString("O", CultureInfo.InvariantCulture))}")).Select(set => set.Id));
        Assert.Empty(await caller.ChangesAsync(
            $"since={Uri.EscapeDataString(last.At.AddSeconds(1).ToString("O", CultureInfo.InvariantCulture))}"));
        var second = await caller.ReadAsync("changes?page=2&pageSize=3", MetadataJson.Default.PageOfChangeSet);
        Assert.Equal((4, 1), (second.Total, second.Items.Count));
    }

    [Theory]
    [InlineData("changes?movieId=x&since=gestern&page=0", "movieId page since")]
    [InlineData("exclusions?pageSize=101", "pageSize")]
    [InlineData("reviews?page=-1", "page")]
    public async Task A_wrong_parameter_is_named(string path, string names)
    {
        var (status, problem) = await app.Caller().GetProblemAsync(path);

        Assert.Equal((400, names), (status, Caller.ErrorNames(problem)));
    }

    [Fact]
    public async Task Of_two_editors_the_last_wins_field_by_field_and_both_are_in_the_journal()
    {
        var caller = await app.EmptyAsync();
        var id = await caller.AddAsync(Uploads.Of("Мимино", 1977));

        await Task.WhenAll(
            caller.EditAsync(id, """{"year":1978,"rating":8}""", new EditorNote("Анна")),
            caller.EditAsync(id, """{"year":1979,"description":"Лётчик"}""", new EditorNote("Борис")));

        var movie = await caller.GetAsync(id);
        var edits = (await caller.ChangesAsync($"movieId={id}")).Where(set => set.Action == "edit").ToList();
        Assert.Equal((8, "Лётчик"), (movie.Rating, movie.Description));
        Assert.Equal(["Анна", "Борис"], edits.Select(set => set.Actor).Order(StringComparer.Ordinal).ToArray());
        Assert.Equal(movie.Year, edits[0].Changes.Single(change => change.Field == "year").New!.Value.GetInt32());
    }

    [Theory]
    [InlineData("999999999", HttpStatusCode.NotFound)]
    [InlineData("last", HttpStatusCode.NotFound)]
    [InlineData("first", HttpStatusCode.BadRequest)]
    public async Task What_is_not_there_cannot_be_undone(string set, HttpStatusCode status)
    {
        var caller = await app.EmptyAsync();
        await caller.AddAsync(Uploads.Of("Вий", 1967));

        Assert.Equal(status, (await caller.RefusedAsync(HttpMethod.Post, $"changes/{set}/undo")).Status);
    }

    public sealed class OnSqlite(SqliteApp app) : ChangesTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ChangesTests(app), IClassFixture<PostgresApp>;
}
