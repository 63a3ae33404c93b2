using Metadata.Client;
using Metadata.Tests.Editing;
using static Metadata.Tests.Facts.FactsCalls;

namespace Metadata.Tests.Facts;

/// <summary>Facts where films meet: one id for two films, merges and splits.</summary>
public abstract class FactsOfManyFilmsTests(MetadataApp app)
{
    [Fact]
    public async Task An_id_that_another_film_has_is_a_question_to_the_editors_asked_once()
    {
        var caller = await app.EmptyAsync();
        var (one, other) = (
            await caller.AddAsync(Uploads.Of("Сталкер", 1979)), await caller.AddAsync(Uploads.Of("Stalker", 1980, "archive")));
        await caller.FindAsync(one, Stalker);

        var result = await caller.FindAsync(other, Stalker);

        await caller.FindAsync(other, Stalker);
        var review = Assert.Single((await caller.ReviewsAsync()).Items);
        Assert.Equal((FactsStatus.Review, "registry-id", other, one), (result.Status, review.Code, review.Movie.Id, review.Candidate.Id));
        Assert.Equal((1980, null), ((await caller.GetAsync(other)).Year, (await caller.GetAsync(other)).ExternalIds.Imdb));
        var joined = await caller.AskAsync(HttpMethod.Post, $"reviews/{review.Id}/accept", "{}", MetadataJson.Default.MovieDetails);
        Assert.Equal((one, 1979, 2), (joined.Id, joined.Year, joined.Videos.Count));
    }

    [Fact]
    public async Task Of_two_films_in_one_batch_the_first_gets_the_id()
    {
        var caller = await app.EmptyAsync();
        var (one, other) = (await caller.AddAsync(Uploads.Of("Раз", 2000)), await caller.AddAsync(Uploads.Of("Два", 2001)));
        FilmLookup Found(int id) => new()
        {
            MovieId = id,
            Registry = Registries.Kinopoisk,
            Outcome = LookupOutcome.Found,
            Facts = Stalker,
        };

        var report = await caller.LookUpAsync(Found(one), Found(other), Found(999_999));

        Assert.Equal(
            [FactsStatus.Changed, FactsStatus.Review, FactsStatus.Rejected], report.Results.Select(result => result.Status));
        Assert.Equal((1, 0, 1, 1), (report.Changed, report.Unchanged, report.Review, report.Rejected));
    }

    [Fact]
    public async Task Films_that_an_editor_has_told_apart_are_not_asked_about()
    {
        var caller = await app.EmptyAsync();
        var id = await caller.AddAsync(Uploads.Of("Сталкер", 1979));
        await caller.PutAsync(Uploads.Of("Сталкер", 1979, "archive"));
        var stray = (await caller.GetAsync(id)).Videos.Single(video => video.Source == "archive").Id;
        var apart = await caller.SplitAsync(id, stray);
        await caller.FindAsync(id, Stalker);

        var result = await caller.FindAsync(apart.Id, Stalker);

        Assert.Equal((FactsStatus.Review, 0), (result.Status, (await caller.ReviewsAsync()).Total));
    }

    [Fact]
    public async Task Facts_with_other_ids_than_the_uploads_are_not_taken()
    {
        var caller = await app.EmptyAsync();
        var id = await caller.AddAsync(Uploads.Of("Сталкер", 1980, "file") with { ExternalIds = new ExternalIds(Kinopoisk: "1") });

        var result = await caller.FindAsync(id, Stalker);

        Assert.Equal((FactsStatus.Rejected, 1980), (result.Status, (await caller.GetAsync(id)).Year));
        Assert.Equal(LookupOutcome.Unsure, Assert.Single((await caller.ExplainAsync(id)).Lookups).Outcome);
    }

    [Fact]
    public async Task A_merge_takes_the_facts_along_and_its_undo_gives_them_back()
    {
        var caller = await app.EmptyAsync();
        var (one, other) = (await caller.AddAsync(Uploads.Of("Раз", 2000)), await caller.AddAsync(Uploads.Of("Сталкер", 1980)));
        await caller.FindAsync(other, Stalker);
        var before = await caller.ExportAsync();

        var stays = await caller.MergeAsync(other, one);

        Assert.Equal((one, 1979, "43911"), (stays.Id, stays.Year, stays.ExternalIds.Kinopoisk));
        await caller.UndoAsync("last");
        Assert.Equal(before, await caller.ExportAsync());
        Assert.Equal("kinopoisk", (await caller.ExplainAsync(other)).Fields.Single(field => field.Field == "year").Source);
    }

    [Fact]
    public async Task In_a_merge_the_facts_of_the_film_that_stays_come_first()
    {
        var caller = await app.EmptyAsync();
        var (one, other) = (await caller.AddAsync(Uploads.Of("Раз", 2000)), await caller.AddAsync(Uploads.Of("Сталкер", 1980)));
        await caller.FindAsync(one, new RegistryFacts { Year = 2001, ExternalIds = new ExternalIds(Imdb: "tt1") });
        await caller.FindAsync(other, Stalker with { ExternalIds = new ExternalIds(Imdb: "tt2", Tmdb: "9") }, Registries.Tmdb);

        var stays = await caller.MergeAsync(other, one);

        Assert.Equal((2001, "tt1", null, null), (stays.Year, stays.ExternalIds.Imdb, stays.ExternalIds.Tmdb, stays.Rating));
    }

    [Fact]
    public async Task A_film_that_the_matcher_finds_to_be_another_takes_its_facts_along()
    {
        var caller = await app.EmptyAsync();
        var (upload, twin) = (Uploads.Of("Сталкер", 1979), Uploads.Of("Зона", 1979, "archive"));
        var (one, other) = (await caller.AddAsync(upload), await caller.AddAsync(twin));
        await caller.FindAsync(other, Stalker);

        await caller.PutAsync(twin with { Title = "Сталкер", RawTitle = "Сталкер (1979)" });

        var movie = await caller.GetAsync(other);
        Assert.Equal((one, 2, "43911", 8.1), (movie.Id, movie.Videos.Count, movie.ExternalIds.Kinopoisk, movie.Rating));
    }

    [Fact]
    public async Task Both_films_of_a_split_are_asked_for_again()
    {
        var caller = await app.EmptyAsync();
        var id = await caller.AddAsync(Uploads.Of("Сталкер", 1979));
        await caller.PutAsync(Uploads.Of("Сталкер", 1979, "archive"));
        await caller.FindAsync(id, Stalker);
        Assert.Empty(await caller.SoughtAsync("registry=kinopoisk&before=2020-01-01"));

        var made = await caller.SplitAsync(id, (await caller.GetAsync(id)).Videos[0].Id);

        Assert.Equal([id, made.Id], await caller.SoughtAsync("registry=kinopoisk&before=2020-01-01"));
        Assert.Equal((null, "43911"), (made.ExternalIds.Kinopoisk, (await caller.GetAsync(id)).ExternalIds.Kinopoisk));
    }

    public sealed class OnSqlite(SqliteApp app) : FactsOfManyFilmsTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : FactsOfManyFilmsTests(app), IClassFixture<PostgresApp>;
}
