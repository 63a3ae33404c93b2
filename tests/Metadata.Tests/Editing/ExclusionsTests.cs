using System.Net;
using Metadata.Client;

namespace Metadata.Tests.Editing;

public abstract class ExclusionsTests(MetadataApp app)
{
    [Theory]
    [InlineData("""{"kind":"author","value":"КИНО-канал","reason":"реклама"}""")]
    [InlineData("""{"kind":"author","source":"rutube","value":"HTTPS://rutube.example/channel/7","reason":"реклама"}""")]
    [InlineData("""{"kind":"title","value":"*ПОЛНЫЙ*обзор*","reason":"реклама"}""")]
    public async Task Uploads_that_fit_are_taken_out_never_come_back_and_return_with_the_exclusions_end(string draft)
    {
        var caller = await app.EmptyAsync();
        var (kept, unwanted) = (
            Uploads.Of("Брат", 1997, "archive") with { Views = 3 },
            Uploads.Of("Брат", 1997) with
            {
                Views = 4,
                RawTitle = "Брат: полный (1997) Обзор!",
                Author = new Author("Кино-Канал", "https://rutube.example/channel/7"),
            });
        var id = await caller.AddAsync(kept);
        await caller.PutAsync(unwanted);

        var exclusion = await caller.ExcludeAsync(draft);
        for (var scrape = 0; scrape < 10; scrape++)
        {
            var result = (await caller.PutAsync(unwanted)).Results[0];
            Assert.Equal((UpsertStatus.Rejected, $"excluded: реклама (exclusion {exclusion.Id})"), (result.Status, result.Reason));
        }

        var movie = await caller.GetAsync(id);
        Assert.Equal((3, "archive", 1), (movie.Views, Assert.Single(movie.Sources), movie.Videos.Count));
        await caller.DeleteAsync($"exclusions/{exclusion.Id}");
        Assert.Equal((7, 2), ((await caller.GetAsync(id)).Views, (await caller.GetAsync(id)).Videos.Count));
        Assert.Equal(UpsertStatus.Unchanged, (await caller.PutAsync(unwanted)).Results[0].Status);
    }

    [Fact]
    public async Task A_film_without_an_upload_left_does_not_play_and_a_merge_does_not_bring_it_back()
    {
        var caller = await app.EmptyAsync();
        var upload = Uploads.Of("Брат", 1997);
        var (id, other) = (await caller.AddAsync(upload), await caller.AddAsync(Uploads.Of("Вий", 1967) with { Views = 1 }));
        await caller.ExcludeAsync($$"""{"kind":"video","source":"rutube","value":"{{upload.ExternalId}}","reason":"нет"}""");
        Assert.Equal(["Вий"], await caller.TitlesAsync("available=true"));
        Assert.False((await caller.GetAsync(id)).IsAvailable);

        var merged = await caller.MergeAsync(id, other);

        Assert.Equal((1, 1), (merged.Videos.Count, merged.Views));
    }

    [Fact]
    public async Task An_exclusion_holds_for_its_source_until_its_end()
    {
        var caller = await app.EmptyAsync();
        var until = DateTimeOffset.Parse("2099-12-31T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture);

        var made = await caller.ExcludeAsync("""
            {"kind":"title","source":"archive","value":"*КВН*","reason":"не фильм","until":"2099-12-31T00:00:00Z"}
            """);
        var report = await caller.PutAsync(
            Uploads.Of("КВН", 2000) with { RawTitle = "Квн 2000" }, Uploads.Of("КВН", 2001, "archive") with { RawTitle = "Квн 2001" });

        Assert.Equal((until, "api", ExclusionKind.Title, "archive"), (made.Until, made.Actor, made.Kind, made.Source));
        Assert.Equal([UpsertStatus.Created, UpsertStatus.Rejected], report.Results.Select(result => result.Status));
        var listed = await caller.ReadAsync("exclusions", MetadataJson.Default.PageOfExclusion);
        Assert.Equal((made, 1), (Assert.Single(listed.Items), listed.Total));
    }

    [Fact]
    public async Task An_upload_kept_out_twice_stays_out_when_one_reason_falls()
    {
        var caller = await app.EmptyAsync();
        var upload = Uploads.Of("Брат", 1997) with { Author = new Author("Канал") };
        var id = await caller.AddAsync(upload);
        var first = await caller.ExcludeAsync("""{"kind":"author","value":"канал","reason":"раз"}""");
        var second = await caller.ExcludeAsync("""{"kind":"title","value":"брат*","reason":"два"}""");

        await caller.DeleteAsync($"exclusions/{first.Id}");

        Assert.Empty((await caller.GetAsync(id)).Videos);
        await caller.DeleteAsync($"exclusions/{second.Id}");
        Assert.Single((await caller.GetAsync(id)).Videos);
    }

    [Fact]
    public async Task Exclusions_made_and_removed_are_undone()
    {
        var caller = await app.EmptyAsync();
        var upload = Uploads.Of("Брат", 1997);
        var id = await caller.AddAsync(upload);
        var before = await caller.ExportAsync();
        var made = await caller.ExcludeAsync("""{"kind":"title","value":"брат*","reason":"раз"}""");
        await caller.DeleteAsync($"exclusions/{made.Id}");

        var removal = await caller.UndoAsync("last");
        Assert.Equal((made, 0), (
            Assert.Single((await caller.ReadAsync("exclusions", MetadataJson.Default.PageOfExclusion)).Items),
            (await caller.GetAsync(id)).Videos.Count));
        await caller.UndoAsync(removal.Set!);
        Assert.Equal(before, await caller.ExportAsync());
        await caller.UndoAsync("last");
        var creation = await caller.UndoAsync("last");

        Assert.Equal("exclude", (await caller.ChangesAsync()).Single(set => set.Id == creation.Undone).Action);
        Assert.Equal((before, 0), (await caller.ExportAsync(), (await caller.ReadAsync("exclusions", MetadataJson.Default.PageOfExclusion)).Total));
    }

    [Theory]
    [InlineData("""{"kind":"channel","value":"x","reason":"y"}""", "kind")]
    [InlineData("""{"kind":"video","value":"x","reason":"y"}""", "source")]
    [InlineData("""{"kind":"title","value":"* *","reason":"y"}""", "value")]
    [InlineData("""{"kind":"title","value":"*","reason":"","until":"2001-01-01T00:00:00Z"}""", "reason until value")]
    [InlineData("{}", "kind reason value")]
    public async Task A_wrong_exclusion_names_its_fields(string draft, string names)
    {
        var (status, problem) = await app.Caller().RefusedAsync(HttpMethod.Post, "exclusions", draft);

        Assert.Equal((HttpStatusCode.BadRequest, names), (status, Caller.ErrorNames(problem)));
    }

    [Fact]
    public async Task An_unknown_exclusion_cannot_be_removed() => Assert.Equal(
        HttpStatusCode.NotFound, (await app.Caller().RefusedAsync(HttpMethod.Delete, "exclusions/999999")).Status);

    public sealed class OnSqlite(SqliteApp app) : ExclusionsTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ExclusionsTests(app), IClassFixture<PostgresApp>;
}
