using Metadata.Client;
using Metadata.Data;
using Metadata.Ingesting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Metadata.Tests.Movies;

public abstract class UpsertMoviesTests(MetadataApp app)
{
    [Fact]
    public async Task A_new_upload_creates_its_film_with_all_it_says()
    {
        var caller = await app.EmptyAsync();
        var upload = Uploads.Of("Сталкер", 1979) with
        {
            OriginalTitle = "Stalker",
            Genres = [" Драма ", "фантастика", "ДРАМА"],
            Countries = ["СССР"],
            Directors = ["Андрей Тарковский"],
            Views = 12,
            Rating = 8.1,
            AgeRating = 12,
            DurationSeconds = 9_720,
            Description = "Зона.\nКомната.",
            ImageUrl = "https://img.example/1.jpg",
            EmbedUrl = "https://rutube.example/embed/1",
            PublishedAt = new DateTimeOffset(2020, 1, 2, 3, 4, 5, 678, TimeSpan.Zero).AddTicks(91),
            Author = new Author("Мосфильм", "https://rutube.example/channel/1"),
            ExternalIds = new ExternalIds(Imdb: "tt0079944"),
        };

        var report = await caller.PutAsync(upload);

        var result = Assert.Single(report.Results);
        Assert.Equal((1, UpsertStatus.Created, upload.ExternalId), (report.Created, result.Status, result.ExternalId));
        var movie = await caller.GetAsync(result.MovieId!.Value);
        Assert.Equal(("Сталкер", "Stalker", 1979, "stalker"), (movie.Title, movie.OriginalTitle, movie.Year, movie.Slug));
        Assert.Equal(["драма", "фантастика"], movie.Genres);
        Assert.Equal(["СССР"], movie.Countries);
        Assert.Equal(["Андрей Тарковский"], movie.Directors);
        Assert.Equal((12, 8.1, 12, 9_720, "Зона.\nКомната."), (movie.Views, movie.Rating, movie.AgeRating, movie.DurationSeconds, movie.Description));
        Assert.Equal("tt0079944", movie.ExternalIds.Imdb);
        var video = Assert.Single(movie.Videos);
        Assert.Equal((upload.SourceUrl, upload.EmbedUrl, upload.Author), (video.SourceUrl, video.EmbedUrl, video.Author));
        Assert.Equal(new DateTimeOffset(2020, 1, 2, 3, 4, 5, 678, TimeSpan.Zero), video.PublishedAt);
    }

    [Fact]
    public async Task The_same_upload_again_changes_nothing()
    {
        var caller = await app.EmptyAsync();
        var upload = Uploads.Of("Вий", 1967) with { Genres = ["ужасы"], PublishedAt = DateTimeOffset.UnixEpoch.AddTicks(1), Rating = 7.1 };
        await caller.PutAsync(upload);

        var report = await caller.PutAsync(upload);

        Assert.Equal((0, 0, 1), (report.Created, report.Updated, report.Unchanged));
    }

    [Fact]
    public async Task What_is_absent_never_erases()
    {
        var caller = await app.EmptyAsync();
        var upload = Uploads.Of("Цирк", 1936) with { Genres = ["комедия"], Rating = 7, Views = 9, Description = "Музыкальная комедия" };
        await caller.PutAsync(upload);

        var report = await caller.PutAsync(upload with { Year = null, Genres = null, Rating = null, Views = null, Description = null });

        Assert.Equal(UpsertStatus.Unchanged, report.Results[0].Status);
        var movie = await caller.GetAsync(report.Results[0].MovieId!.Value);
        Assert.Equal((1936, 7, 9, "Музыкальная комедия"), (movie.Year, movie.Rating, movie.Views, movie.Description));
        Assert.Equal(["комедия"], movie.Genres);
    }

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
    public async Task The_journal_tells_of_films_uploads_and_fields_but_not_of_views()
    {
        var caller = await app.EmptyAsync();
        var upload = Uploads.Of("Курьер", 1986);
        await caller.PutAsync(upload);
        var other = Uploads.Of("Курьер", 1986, "archive");
        await caller.PutAsync(other);

        await caller.PutAsync(upload with { Views = 5 });
        await caller.PutAsync(upload with { Views = 6, Rating = 7.5 });

        await using var scope = app.Services.CreateAsyncScope();
        var changes = await scope.ServiceProvider.GetRequiredService<MoviesDb>().JournalChanges
            .OrderBy(change => change.SetId).ThenBy(change => change.Number).ToListAsync();
        Assert.Equal(
            $"created \"Курьер\"; video.created \"archive/{other.ExternalId}\"; video.rating 7.5; rating 7.5",
            string.Join("; ", changes.Select(change => $"{change.Field} {change.New}".Trim())));
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
    public async Task A_latin_title_never_replaces_a_russian_one()
    {
        var caller = await app.EmptyAsync();
        var upload = Uploads.Of("Носферату", 1922, "archive");
        await caller.PutAsync(upload);

        var report = await caller.PutAsync(upload with { Title = "Nosferatu" });

        var movie = await caller.GetAsync(report.Results[0].MovieId!.Value);
        Assert.Equal(("Носферату", "Nosferatu"), (movie.Title, movie.OriginalTitle));
        Assert.Equal(UpsertStatus.Unchanged, (await caller.PutAsync(upload with { Title = "Nosferatu" })).Results[0].Status);
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

    [Fact]
    public async Task Of_one_upload_twice_in_a_batch_the_later_wins()
    {
        var caller = await app.EmptyAsync();
        var upload = Uploads.Of("Курьер", 1986) with { Views = 1 };

        var report = await caller.PutAsync(upload, upload with { Views = 2 });

        Assert.Equal((1, 1), (report.Created, report.Updated));
        Assert.Equal(2, (await caller.GetAsync(report.Results[1].MovieId!.Value)).Views);
    }

    [Fact]
    public async Task Batches_of_many_writers_make_no_film_twice()
    {
        var caller = await app.EmptyAsync();
        var writers = Enumerable.Range(0, 8).Select(writer => caller.PutAsync(
            [.. Enumerable.Range(0, 40).Select(film => Uploads.Of($"Фильм {(film * 7 + writer) % 40}", 2000, $"source{writer}"))]));

        var reports = await Task.WhenAll(writers);

        Assert.Equal(40, reports.Sum(report => report.Created));
        Assert.Equal(40, (await caller.ListAsync("")).Total);
    }

    private static async Task<string> Keys(MoviesDb db) => string.Join(' ', await db.MatchKeys.AsNoTracking()
        .OrderBy(key => key.MovieId).ThenBy(key => key.Hash).Select(key => $"{key.MovieId}:{key.Hash}").ToListAsync());

    public sealed class OnSqlite(SqliteApp app) : UpsertMoviesTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : UpsertMoviesTests(app), IClassFixture<PostgresApp>;
}
