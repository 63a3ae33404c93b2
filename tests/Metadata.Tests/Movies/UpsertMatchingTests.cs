using Metadata.Client;
using Metadata.Data;
using Metadata.Ingesting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Metadata.Tests.Movies;

/// <summary>Which film an upload becomes a part of.</summary>
public abstract class UpsertMatchingTests(MetadataApp app)
{
    [Fact]
    public async Task One_film_from_two_sources_is_one_movie_with_two_videos()
    {
        var caller = await app.EmptyAsync();
        var first = await caller.PutAsync(Uploads.Of("Ёлки", 2010) with { Views = 5 });

        var second = await caller.PutAsync(Uploads.Of("«ЕЛКИ»", 2010, "archive") with { Views = 7, Rating = 6.5 });

        Assert.Equal((0, 1), (second.Created, second.Updated));
        Assert.Equal((UpsertStatus.Merged, first.Results[0].MovieId), (second.Results[0].Status, second.Results[0].MovieId));
        var movie = await caller.GetAsync(first.Results[0].MovieId!.Value);
        Assert.Equal(("Ёлки", 12, 6.5, 2), (movie.Title, movie.Views, movie.Rating, movie.Videos.Count));
        Assert.Equal(["archive", "rutube"], movie.Sources);
    }

    [Theory]
    [InlineData("Брат", 1997, "Брат 2", 1997)]
    [InlineData("Сталкер", 1979, "Сталкер", 1981)]
    [InlineData("Сталкер", 1979, "Сталкер", 2012)]
    [InlineData("?!", 1990, "…", 1990)]
    public async Task Another_title_or_year_is_another_film(string title, int? year, string otherTitle, int? otherYear)
    {
        var caller = await app.EmptyAsync();

        var report = await caller.PutAsync(Uploads.Of(title, year), Uploads.Of(otherTitle, otherYear));

        Assert.Equal(2, report.Created);
    }

    [Fact]
    public async Task A_year_more_or_less_is_the_same_film()
    {
        var caller = await app.EmptyAsync();

        var report = await caller.PutAsync(Uploads.Of("Сталкер", 1979), Uploads.Of("Сталкер", 1980, "archive"), Uploads.Of("Сталкер", 1980));

        Assert.Equal((1, 2), (report.Created, report.Updated));
        Assert.Equal("strong strong", string.Join(' ', report.Results.Skip(1).Select(result => result.Reason)));
        Assert.Equal(1980, (await caller.GetAsync(report.Results[0].MovieId!.Value)).Year);
    }

    [Theory]
    [InlineData(1990)]
    [InlineData(null)]
    public async Task An_unsure_upload_is_a_film_of_its_own_and_a_question_to_the_editors(int? year)
    {
        var caller = await app.EmptyAsync();
        var known = await caller.PutAsync(Uploads.Of("Мама", year));
        var unsure = Uploads.Of("Мама", null, "archive");

        var report = await caller.PutAsync(unsure);

        var result = report.Results[0];
        Assert.Equal((1, UpsertStatus.Review, "year-unknown"), (report.Review, result.Status, result.Reason));
        Assert.Equal(2, (await caller.ListAsync("")).Total);
        await using var scope = app.Services.CreateAsyncScope();
        var question = await scope.ServiceProvider.GetRequiredService<MoviesDb>().Reviews.SingleAsync();
        Assert.Equal((known.Results[0].MovieId, "year-unknown", ReviewState.Open), (question.CandidateId, question.Code, question.State));
        Assert.Equal(UpsertStatus.Unchanged, (await caller.PutAsync(unsure)).Results[0].Status);
    }

    [Fact]
    public async Task A_question_is_settled_when_the_year_becomes_known()
    {
        var caller = await app.EmptyAsync();
        var unsure = Uploads.Of("Мама", null, "archive");
        var made = await caller.PutAsync(Uploads.Of("Мама", 1990), unsure);

        var report = await caller.PutAsync(unsure with { Year = 1990 });

        Assert.Equal((UpsertStatus.Merged, made.Results[0].MovieId), (report.Results[0].Status, report.Results[0].MovieId));
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MoviesDb>();
        Assert.Equal(ReviewState.Accepted, (await db.Reviews.SingleAsync()).State);
        var left = await db.Movies.SingleAsync(movie => movie.Id == made.Results[1].MovieId);
        Assert.Equal((false, made.Results[0].MovieId), (left.IsActive, left.MergedIntoId));
    }

    [Fact]
    public async Task Films_stored_without_keys_get_them_at_the_next_start()
    {
        var caller = await app.EmptyAsync();
        var known = await caller.PutAsync(Uploads.Of("Дерсу Узала", 1975) with { OriginalTitle = "Dersu Uzala" }, Uploads.Of("Вий", 1967));
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MoviesDb>();
        var before = await Keys(db);
        await db.MatchKeys.ExecuteDeleteAsync();

        await MatchKeyTable.FillAsync(db, CancellationToken.None);

        Assert.Equal(before, await Keys(db));
        var again = await caller.PutAsync(Uploads.Of("Дерсу Узала", 1975, "archive"));
        Assert.Equal((UpsertStatus.Merged, known.Results[0].MovieId), (again.Results[0].Status, again.Results[0].MovieId));
    }

    [Fact]
    public async Task A_film_changes_with_its_only_video()
    {
        var caller = await app.EmptyAsync();
        var upload = Uploads.Of("Каин ХVIII", 1963);
        await caller.PutAsync(upload);

        var report = await caller.PutAsync(upload with { Title = "Каин XVIII век", Year = 1964 });

        var movie = await caller.GetAsync(report.Results[0].MovieId!.Value);
        Assert.Equal((UpsertStatus.Updated, "Каин XVIII век", 1964), (report.Results[0].Status, movie.Title, movie.Year));
    }

    [Fact]
    public async Task An_upload_whose_year_becomes_known_joins_the_film_that_is_known()
    {
        var caller = await app.EmptyAsync();
        var late = Uploads.Of("Дерсу Узала");
        var made = await caller.PutAsync(late, Uploads.Of("Дерсу Узала", 1975, "archive"));

        var report = await caller.PutAsync(late with { Year = 1975 });

        Assert.Equal((UpsertStatus.Merged, made.Results[1].MovieId), (report.Results[0].Status, report.Results[0].MovieId));
        Assert.Equal(["Дерсу Узала"], await caller.TitlesAsync("q=дерсу"));
        Assert.Equal(2, (await caller.GetAsync(made.Results[1].MovieId!.Value)).Videos.Count);
        Assert.Equal(UpsertStatus.Unchanged, (await caller.PutAsync(late with { Year = 1975 })).Results[0].Status);
    }

    [Fact]
    public async Task A_video_of_a_film_with_others_stays_when_its_title_changes()
    {
        var caller = await app.EmptyAsync();
        var second = Uploads.Of("Зеркало", 1974, "archive");
        var made = await caller.PutAsync(Uploads.Of("Зеркало", 1974), second);

        var report = await caller.PutAsync(second with { Title = "Зеркало (реставрация)" });

        Assert.Equal((UpsertStatus.Updated, made.Results[0].MovieId), (report.Results[0].Status, report.Results[0].MovieId));
        Assert.Equal("Зеркало", (await caller.GetAsync(made.Results[0].MovieId!.Value)).Title);
    }

    private static async Task<string> Keys(MoviesDb db) => string.Join(' ', await db.MatchKeys.AsNoTracking()
        .OrderBy(key => key.MovieId).ThenBy(key => key.Hash).Select(key => $"{key.MovieId}:{key.Hash}").ToListAsync());

    public sealed class OnSqlite(SqliteApp app) : UpsertMatchingTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : UpsertMatchingTests(app), IClassFixture<PostgresApp>;
}
