using System.Net;
using Metadata.Client;
using Metadata.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Metadata.Tests.Editing;

public abstract class ReviewsTests(MetadataApp app)
{
    [Fact]
    public async Task An_open_question_shows_both_films_and_the_upload()
    {
        var caller = await app.EmptyAsync();
        var asked = await AskAsync(caller);

        var page = await caller.ReviewsAsync();

        var review = Assert.Single(page.Items);
        Assert.Equal((1, "near-year"), (page.Total, review.Code));
        Assert.Equal((asked.Film, "Брат", 1999), (review.Movie.Id, review.Movie.Title, review.Movie.Year));
        Assert.Equal((asked.Candidate, 1997), (review.Candidate.Id, review.Candidate.Year));
        Assert.Equal((asked.Upload.ExternalId, asked.Upload.RawTitle), (review.ExternalId, review.RawTitle));
    }

    [Fact]
    public async Task An_accepted_upload_moves_for_good_and_its_film_goes_on_as_the_other()
    {
        var caller = await app.EmptyAsync();
        var (upload, film, candidate) = await AskAsync(caller);
        var review = (await caller.ReviewsAsync()).Items[0].Id;

        var movie = await caller.AskAsync(HttpMethod.Post, $"reviews/{review}/accept", "{}", MetadataJson.Default.MovieDetails);
        await caller.PutAsync(upload with { Title = "Совсем другое", Year = 2005 });

        Assert.Equal((candidate, 2), (movie.Id, movie.Videos.Count));
        Assert.Equal((candidate, 2), ((await caller.GetAsync(film)).Id, (await caller.GetAsync(film)).Videos.Count));
        Assert.Equal(0, (await caller.ReviewsAsync()).Total);
        Assert.Equal(HttpStatusCode.Conflict, (await caller.RefusedAsync(HttpMethod.Post, $"reviews/{review}/reject")).Status);
    }

    [Fact]
    public async Task An_upload_can_be_accepted_into_a_third_film()
    {
        var caller = await app.EmptyAsync();
        await AskAsync(caller);
        var third = await caller.AddAsync(Uploads.Of("Сестра", 2001));
        var review = (await caller.ReviewsAsync()).Items[0].Id;

        var movie = await caller.AskAsync(
            HttpMethod.Post, $"reviews/{review}/accept", $$"""{"intoId":{{third}}}""", MetadataJson.Default.MovieDetails);

        Assert.Equal((third, 2), (movie.Id, movie.Videos.Count));
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("reject")]
    public async Task A_decision_is_undone(string decision)
    {
        var caller = await app.EmptyAsync();
        await AskAsync(caller);
        var before = await caller.ExportAsync();
        var review = (await caller.ReviewsAsync()).Items[0];
        using var decided = await caller.SendAsync(HttpMethod.Post, $"reviews/{review.Id}/{decision}", decision == "accept" ? "{}" : null);
        Assert.Equal((true, 0), (decided.IsSuccessStatusCode, (await caller.ReviewsAsync()).Total));

        var undo = await caller.UndoAsync("last");

        Assert.Empty(undo.Conflicts);
        Assert.Equal(review.Id, Assert.Single((await caller.ReviewsAsync()).Items).Id);
        Assert.Equal(before, await caller.ExportAsync());
    }

    [Fact]
    public async Task A_merge_by_hand_answers_the_question()
    {
        var caller = await app.EmptyAsync();
        var (_, film, candidate) = await AskAsync(caller);

        await caller.MergeAsync(candidate, film);

        Assert.Equal(0, (await caller.ReviewsAsync()).Total);
    }

    [Fact]
    public async Task What_cannot_be_decided_is_refused()
    {
        var caller = await app.EmptyAsync();
        await AskAsync(caller);
        var review = (await caller.ReviewsAsync()).Items[0].Id;

        Assert.Equal(HttpStatusCode.NotFound, (await caller.RefusedAsync(HttpMethod.Post, "reviews/999999/accept", "{}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await caller.RefusedAsync(HttpMethod.Post, "reviews/999999/reject")).Status);
        var (status, problem) = await caller.RefusedAsync(HttpMethod.Post, $"reviews/{review}/accept", """{"intoId":999999}""");
        Assert.Equal((HttpStatusCode.BadRequest, "intoId"), (status, Caller.ErrorNames(problem)));
        Assert.Equal(1, (await caller.ReviewsAsync()).Total);
    }

    private async Task<(MovieUpsert Upload, int Film, int Candidate)> AskAsync(Caller caller)
    {
        var candidate = await caller.AddAsync(Uploads.Of("Брат", 1997));
        var upload = Uploads.Of("Брат", 1999, "archive");
        var film = await caller.AddAsync(upload);
        var video = (await caller.GetAsync(film)).Videos[0].Id;
        await app.Services.GetRequiredService<Catalogue>().ChangeAsync(
            new ChangeNote("scraper", "scrape"),
            (change, _) => Task.FromResult(change.Db.Reviews.Add(new ReviewPair
            {
                VideoId = video,
                CandidateId = candidate,
                Code = "near-year",
                At = change.Set.At,
            })),
            CancellationToken.None);
        return (upload, film, candidate);
    }

    public sealed class OnSqlite(SqliteApp app) : ReviewsTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ReviewsTests(app), IClassFixture<PostgresApp>;
}
