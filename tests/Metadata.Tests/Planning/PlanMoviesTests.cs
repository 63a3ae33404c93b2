using System.Net;
using Metadata.Client;
using Metadata.Tests.Editing;

namespace Metadata.Tests.Planning;

public abstract class PlanMoviesTests(MetadataApp app)
{
    [Fact]
    public async Task A_plan_tells_what_would_come_join_change_and_be_asked_or_refused()
    {
        var caller = await app.EmptyAsync();
        var known = Uploads.Of("Курьер", 1986) with { Rating = 6 };
        var same = Uploads.Of("Вий", 1967);
        var id = await caller.AddAsync(known);
        await caller.AddAsync(same);
        var newcomer = Uploads.Of("Сталкер", 1979);

        var plan = await caller.PlanAsync(
            newcomer, Uploads.Of("Курьер", 1986, "archive"), known with { Rating = 7, Genres = ["комедия"] }, same,
            same with { Views = 50 }, Uploads.Of("Цирк", 1700));

        Assert.Equal(
            [(PlannedStatus.Created, null, "Сталкер", 1), (PlannedStatus.Merged, id, "Курьер", 2)],
            plan.Movies.Select(film => (film.Status, film.MovieId, film.Title, film.Uploads.Count)));
        Assert.Equal(
            $"{id}  genres:  → [\"комедия\"]\n{id}  rating: 6 → 7\n"
            + $"{id} rutube/{known.ExternalId} video.genres:  → [\"комедия\"]\n{id} rutube/{known.ExternalId} video.rating: 6 → 7",
            plan.Movies.Told());
        Assert.Equal((1, 3, 1, 1), (plan.Created, plan.Updated, plan.Unchanged, plan.Rejected));
        Assert.Contains("year", Assert.Single(plan.Refused).Reason, StringComparison.Ordinal);
        Assert.Equal((newcomer.Source, newcomer.ExternalId, newcomer.RawTitle), (
            plan.Movies[0].Uploads[0].Source, plan.Movies[0].Uploads[0].ExternalId, plan.Movies[0].Uploads[0].RawTitle));
    }

    [Fact]
    public async Task Uploads_of_one_new_film_are_one_film_of_the_plan()
    {
        var caller = await app.EmptyAsync();

        var plan = await caller.PlanAsync(
            [Uploads.Of("Сталкер", 1979), .. Enumerable.Range(0, 600).Select(number => Uploads.Of($"Фильм {number}", 2000)),
                Uploads.Of("Сталкер", 1979, "archive")]);

        Assert.Equal((601, 2, 1), (plan.Movies.Count, plan.Movies[0].Uploads.Count, plan.Updated));
    }

    [Fact]
    public async Task A_film_in_doubt_is_planned_for_review_with_the_reason()
    {
        var caller = await app.EmptyAsync();
        await caller.AddAsync(Uploads.Of("Мама", 1999) with { DurationSeconds = 6_000 });
        await caller.AddAsync(Uploads.Of("Мама", 1976) with { DurationSeconds = 5_000 });

        var plan = await caller.PlanAsync(Uploads.Of("Мама"));

        var film = Assert.Single(plan.Movies);
        Assert.Equal((PlannedStatus.Review, null, 1), (film.Status, film.MovieId, plan.Review));
        Assert.False(string.IsNullOrEmpty(film.Reason));
    }

    [Fact]
    public async Task A_locked_field_is_not_planned_to_change()
    {
        var caller = await app.EmptyAsync();
        var upload = Uploads.Of("Курьер", 1986) with { Rating = 6 };
        var id = await caller.AddAsync(upload);
        await caller.EditAsync(id, """{"rating":9}""");

        var plan = await caller.PlanAsync(upload with { Rating = 7 });

        Assert.Equal("video.rating", Assert.Single(Assert.Single(plan.Movies).Changes).Field);
    }

    [Fact]
    public async Task Planning_writes_no_row_and_takes_no_number()
    {
        var caller = await app.EmptyAsync();
        var upload = Uploads.Of("Курьер", 1986);
        var id = await caller.AddAsync(upload);
        var before = await app.RowsAsync();

        await caller.PlanAsync(Uploads.Of("Сталкер", 1979), Uploads.Of("Курьер", 1986, "archive"), upload with { Rating = 7 });

        Assert.Equal(before, await app.RowsAsync());
        Assert.Equal(id + 1, await caller.AddAsync(Uploads.Of("Вий", 1967)));
    }

    [Fact]
    public async Task Planning_wants_the_write_key_and_a_list_of_uploads()
    {
        var caller = await app.EmptyAsync();
        using var stranger = app.CreateClient();

        using var unknown = await stranger.PostAsync("/api/v1/movies/plan", null);
        var (status, problem) = await caller.RefusedAsync(HttpMethod.Post, "movies/plan", "{}");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.BadRequest), (unknown.StatusCode, status));
        Assert.Contains("1 to 5000 items", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    public sealed class OnSqlite(SqliteApp app) : PlanMoviesTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : PlanMoviesTests(app), IClassFixture<PostgresApp>;
}
