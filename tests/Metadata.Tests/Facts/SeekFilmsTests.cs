using Metadata.Client;
using Metadata.Tests.Editing;
using static Metadata.Tests.Facts.FactsCalls;

namespace Metadata.Tests.Facts;

public abstract class SeekFilmsTests(MetadataApp app)
{
    [Fact]
    public async Task Each_registry_is_asked_for_a_film_once_until_the_answer_is_old()
    {
        var caller = await app.EmptyAsync();
        var (one, other) = (await caller.AddAsync(Uploads.Of("Раз", 2000)), await caller.AddAsync(Uploads.Of("Два", 2001)));
        await caller.MissAsync(one);

        var sought = await caller.SoughtAsync("registry=kinopoisk&before=2020-01-01T00:00Z");

        Assert.Equal([other], sought);
        Assert.Equal([one, other], await caller.SoughtAsync("registry=wikidata&before=2020-01-01T00:00Z"));
        Assert.Equal([other, one], await caller.SoughtAsync("registry=kinopoisk&before=2999-01-01T00:00Z"));
        Assert.Equal([other], await caller.SoughtAsync("registry=kinopoisk&before=2999-01-01T00:00Z&limit=1"));
        Assert.Equal([one], await caller.SoughtAsync($"registry=kinopoisk&movieId={one}"));
    }

    [Fact]
    public async Task The_oldest_answer_is_asked_for_again_first()
    {
        var caller = await app.EmptyAsync();
        var (one, other) = (await caller.AddAsync(Uploads.Of("Раз", 2000)), await caller.AddAsync(Uploads.Of("Два", 2001)));
        await caller.MissAsync(other);
        await caller.MissAsync(one);

        Assert.Equal([other, one], await caller.SoughtAsync("registry=kinopoisk&before=2999-01-01T00:00Z"));
    }

    [Fact]
    public async Task A_film_is_described_by_its_uploads_and_editors_never_by_a_registry_s_earlier_answer()
    {
        var caller = await app.EmptyAsync();
        var id = await caller.AddAsync(
            Uploads.Of("Сталкер", 1980) with { OriginalTitle = "Stalker", Directors = ["Тарковский"], DurationSeconds = 9_700 });
        await caller.FindAsync(id, Stalker with { OriginalTitle = "Сталкер!" });

        var film = Assert.Single(await caller.SeekAsync($"registry=wikidata&movieId={id}"));

        Assert.Equal(("Сталкер", "Stalker", 1980, 9_700, "Тарковский", "43911"), (
            film.Title, film.OriginalTitle, film.Year, film.DurationSeconds, Assert.Single(film.Directors),
            film.ExternalIds.Kinopoisk));
        await caller.EditAsync(id, """{"year":1978}""");
        Assert.Equal(1978, (await caller.SeekAsync($"registry=wikidata&movieId={id}"))[0].Year);
    }

    [Fact]
    public async Task Films_that_nobody_sees_are_not_asked_for()
    {
        var caller = await app.EmptyAsync();
        var (hidden, merged, stays) = (
            await caller.AddAsync(Uploads.Of("Раз", 2000)), await caller.AddAsync(Uploads.Of("Два", 2001)),
            await caller.AddAsync(Uploads.Of("Три", 2002)));
        await caller.DeleteAsync($"movies/{hidden}");
        await caller.MergeAsync(merged, stays);

        Assert.Equal([stays], await caller.SoughtAsync("registry=tmdb"));
        Assert.Empty(await caller.SoughtAsync($"registry=tmdb&movieId={hidden}"));
    }

    [Fact]
    public async Task Unsure_answers_are_listed_with_their_reason()
    {
        var caller = await app.EmptyAsync();
        var (one, other) = (await caller.AddAsync(Uploads.Of("Раз", 2000)), await caller.AddAsync(Uploads.Of("Два", 2001)));
        await caller.MissAsync(one);
        await caller.MissAsync(other, "two films of that title: Q1, Q2");

        var page = await caller.ReadAsync("facts/unsure", MetadataJson.Default.PageOfRegistryLookup);

        var lookup = Assert.Single(page.Items);
        Assert.Equal((1, other, "Два", 2001, "kinopoisk", "two films of that title: Q1, Q2"),
            (page.Total, lookup.MovieId, lookup.Title, lookup.Year, lookup.Registry, lookup.Reason));
    }

    [Theory]
    [InlineData("", "registry")]
    [InlineData("registry=imdb", "registry")]
    [InlineData("registry=tmdb&before=soon&limit=101", "before limit")]
    public async Task A_question_outside_the_contract_is_refused(string query, string expected)
    {
        var (status, problem) = await app.Caller().GetProblemAsync($"facts/sought?{query}");

        Assert.Equal((400, expected), (status, Caller.ErrorNames(problem)));
    }

    public sealed class OnSqlite(SqliteApp app) : SeekFilmsTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : SeekFilmsTests(app), IClassFixture<PostgresApp>;
}
