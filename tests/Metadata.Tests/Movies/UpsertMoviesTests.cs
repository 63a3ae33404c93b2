using Metadata.Client;
using Metadata.Data;
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

    public sealed class OnSqlite(SqliteApp app) : UpsertMoviesTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : UpsertMoviesTests(app), IClassFixture<PostgresApp>;
}
