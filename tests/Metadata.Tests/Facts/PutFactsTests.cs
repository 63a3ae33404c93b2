using System.Net;
using Metadata.Client;
using Metadata.Tests.Editing;
using static Metadata.Tests.Facts.FactsCalls;

namespace Metadata.Tests.Facts;

public abstract class PutFactsTests(MetadataApp app)
{
    [Fact]
    public async Task Facts_take_the_place_of_what_uploaders_say_and_tell_where_they_come_from()
    {
        var caller = await app.EmptyAsync();
        var id = await caller.AddAsync(Uploads.Of("Сталкер", 1980) with { Rating = 9.9, Genres = ["боевик"] });

        var result = await caller.FindAsync(id, Stalker);

        var movie = await caller.GetAsync(id);
        Assert.Equal((1979, 8.1, 12, "Сталкер"), (movie.Year, movie.Rating, movie.AgeRating, movie.Title));
        Assert.Equal(["фантастика", "драма"], movie.Genres);
        Assert.Equal(("СССР", "Андрей Тарковский"), (Assert.Single(movie.Countries), Assert.Single(movie.Directors)));
        Assert.Equal(("tt0079944", "43911"), (movie.ExternalIds.Imdb, movie.ExternalIds.Kinopoisk));
        Assert.Null(movie.OriginalTitle);
        Assert.Equal(FactsStatus.Changed, result.Status);
        Assert.Contains(result.Changes, change => change is { Field: "year" } && change.New!.Value.GetInt32() == 1979);
        var rating = (await caller.ExplainAsync(id)).Fields.Single(field => field.Field == "rating");
        Assert.Equal((FieldLayer.Registry, "kinopoisk", 143_000), (rating.Layer, rating.Source, rating.Votes));
    }

    [Fact]
    public async Task An_editor_is_believed_before_a_registry()
    {
        var caller = await app.EmptyAsync();
        var id = await caller.AddAsync(Uploads.Of("Сталкер", 1980));
        await caller.EditAsync(id, """{"year":1981,"genres":["притча"]}""");

        var result = await caller.FindAsync(id, Stalker);

        var movie = await caller.GetAsync(id);
        Assert.Equal((1981, "притча", 8.1), (movie.Year, Assert.Single(movie.Genres), movie.Rating));
        Assert.DoesNotContain(result.Changes, change => change.Field is "year" or "genres");
        Assert.Equal((1979, 2), ((await caller.UnlockAsync(id, "year", "genres")).Year, (await caller.GetAsync(id)).Genres.Count));
    }

    [Fact]
    public async Task Of_two_registries_each_gives_what_the_other_does_not_know()
    {
        var caller = await app.EmptyAsync();
        var id = await caller.AddAsync(Uploads.Of("Сталкер"));
        await caller.FindAsync(
            id, new RegistryFacts { Year = 1980, Directors = ["Тарковский"], ExternalIds = new ExternalIds(Wikidata: "Q1") },
            Registries.Wikidata);

        await caller.FindAsync(id, Stalker with { Directors = null });

        var movie = await caller.GetAsync(id);
        Assert.Equal((1979, "Тарковский", "Q1", "43911"),
            (movie.Year, Assert.Single(movie.Directors), movie.ExternalIds.Wikidata, movie.ExternalIds.Kinopoisk));
    }

    [Fact]
    public async Task Facts_outlive_later_scrapes_of_the_film_s_uploads()
    {
        var caller = await app.EmptyAsync();
        var upload = Uploads.Of("Сталкер", 1980);
        var id = await caller.AddAsync(upload);
        await caller.FindAsync(id, Stalker);

        await caller.PutAsync(
            upload with { Year = 1980, Description = "Зона", Rating = 5 }, Uploads.Of("Сталкер", 1980, "archive") with { Rating = 4 });

        var movie = await caller.GetAsync(id);
        Assert.Equal((1979, 8.1, "Зона", 2), (movie.Year, movie.Rating, movie.Description, movie.Videos.Count));
        Assert.Equal(FactsStatus.Unchanged, (await caller.FindAsync(id, Stalker)).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("two films of that title")]
    public async Task A_film_that_is_not_surely_found_any_more_loses_what_the_registry_said(string? reason)
    {
        var caller = await app.EmptyAsync();
        var id = await caller.AddAsync(Uploads.Of("Сталкер", 1980));
        await caller.FindAsync(id, Stalker);

        await caller.MissAsync(id, reason);

        var movie = await caller.GetAsync(id);
        Assert.Equal((1980, null, null, 0), (movie.Year, movie.Rating, movie.ExternalIds.Imdb, movie.Genres.Count));
    }

    [Fact]
    public async Task An_undone_enrichment_puts_back_what_was_there()
    {
        var caller = await app.EmptyAsync();
        var id = await caller.AddAsync(Uploads.Of("Сталкер", 1980) with { Genres = ["боевик"] });
        var before = await caller.ExportAsync();
        await caller.FindAsync(id, Stalker);
        var set = (await caller.ChangesAsync())[0];

        var report = await caller.UndoAsync(set.Id);

        Assert.Equal(("enrich", "scraper"), (set.Action, set.Actor));
        Assert.Empty(report.Conflicts);
        Assert.Equal(before, await caller.ExportAsync());
        Assert.All((await caller.ExplainAsync(id)).Fields, field => Assert.NotEqual(FieldLayer.Registry, field.Layer));
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_change_and_writes_nothing()
    {
        var caller = await app.EmptyAsync();
        var id = await caller.AddAsync(Uploads.Of("Сталкер", 1980));
        var before = (await caller.ExportAsync(), (await caller.ChangesAsync()).Count);

        var report = await caller.LookUpAsync(dryRun: true, new FilmLookup
        {
            MovieId = id,
            Registry = Registries.Kinopoisk,
            Outcome = LookupOutcome.Found,
            Facts = Stalker,
        });

        Assert.Equal((null, true, 1), (report.Set, report.DryRun, report.Changed));
        Assert.Equal(before, (await caller.ExportAsync(), (await caller.ChangesAsync()).Count));
        Assert.Equal([id], await caller.SoughtAsync("registry=kinopoisk"));
    }

    [Fact]
    public async Task Facts_are_in_a_backup()
    {
        var caller = await app.EmptyAsync();
        var id = await caller.AddAsync(Uploads.Of("Сталкер", 1980));
        await caller.FindAsync(id, Stalker);
        var backup = await caller.Http.GetByteArrayAsync("/api/v1/backup");
        await caller.MissAsync(id);

        using var file = new ByteArrayContent(backup);
        using var restored = await caller.Http.PostAsync("/api/v1/restore?replace=true", file);

        Assert.Equal(HttpStatusCode.NoContent, restored.StatusCode);
        Assert.Equal((1979, "kinopoisk"), (
            (await caller.GetAsync(id)).Year, (await caller.ExplainAsync(id)).Fields.Single(field => field.Field == "year").Source));
        Assert.Equal(LookupOutcome.Found, Assert.Single((await caller.ExplainAsync(id)).Lookups).Outcome);
    }

    [Theory]
    [InlineData("""[{"movieId":1,"registry":"imdb","outcome":"notFound"}]""", "[0].registry")]
    [InlineData("""[{"movieId":0,"registry":"tmdb","outcome":"notFound"}]""", "[0].movieId")]
    [InlineData("""[{"movieId":1,"registry":"tmdb","outcome":"maybe","facts":{}}]""", "[0].outcome")]
    [InlineData("""[{"movieId":1,"registry":"tmdb","outcome":"found"}]""", "[0].facts")]
    [InlineData("""[{"movieId":1,"registry":"tmdb","outcome":"unsure","facts":{}}]""", "[0].facts")]
    [InlineData(
        """[{"movieId":1,"registry":"tmdb","outcome":"found","facts":{"year":1800,"rating":11,"ageRating":7,"ratingVotes":-1}}]""",
        "[0].facts.ageRating [0].facts.rating [0].facts.ratingVotes [0].facts.year")]
    public async Task A_batch_outside_the_contract_is_refused_with_everything_that_is_wrong(string batch, string expected)
    {
        var caller = await app.EmptyAsync();

        var (status, problem) = await caller.RefusedAsync(HttpMethod.Put, "facts/batch", batch);

        Assert.Equal((HttpStatusCode.BadRequest, expected), (status, Caller.ErrorNames(problem)));
    }

    [Fact]
    public async Task Without_the_key_nothing_is_taken()
    {
        using var anonymous = app.CreateClient();

        var (status, _) = await new Caller(anonymous).RefusedAsync(HttpMethod.Put, "facts/batch", "[]");

        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    public sealed class OnSqlite(SqliteApp app) : PutFactsTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : PutFactsTests(app), IClassFixture<PostgresApp>;
}
