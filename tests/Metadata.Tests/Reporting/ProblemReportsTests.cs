using System.Net;
using Metadata.Client;
using Metadata.Tests.Editing;

namespace Metadata.Tests.Reporting;

public abstract class ProblemReportsTests(MetadataApp app)
{
    [Fact]
    public async Task A_repeated_report_counts_once_and_the_journal_says_nothing()
    {
        var caller = await app.EmptyAsync();
        var (movie, video) = await AddAsync(caller, "Раз");
        var sets = (await caller.ChangesAsync()).Count;
        var report = $$"""[{"movieId":{{movie}},"videoId":{{video}},"reason":"wrongFilm"},{"movieId":{{movie}},"videoId":{{video}},"reason":"wrongFilm"}]""";

        foreach (var key in new[] { "a", "a", "b" })
        {
            using var response = await caller.SendAsync(HttpMethod.Post, "problems", report, key);
            Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        }

        var question = Assert.Single((await ListAsync(caller)).Items);
        Assert.Equal((video, movie, "Раз", 4), (question.VideoId, question.MovieId, question.Title, question.Count));
        Assert.Equal(sets, (await caller.ChangesAsync()).Count);
    }

    [Fact]
    public async Task What_is_said_to_be_the_wrong_film_waits_for_an_editor_and_not_for_a_check()
    {
        var caller = await app.EmptyAsync();
        await AddAsync(caller, "Раз");
        var upload = Uploads.Of("Два", 2000);
        var movie = await caller.AddAsync(upload);
        var video = (await caller.GetAsync(movie)).Videos[0].Id;

        await ReportAsync(caller, (movie, video, ProblemReason.WrongFilm));
        await caller.CheckAsync((upload, CheckResult.Ok, 1_000_000));

        var waiting = await caller.ReadAsync("videos/waiting", MetadataJson.Default.IReadOnlyListWaitingVideo);
        Assert.Equal("Раз", waiting[0].Title);
        Assert.All(waiting, other => Assert.Equal(0, other.Reports));
        Assert.Equal(1, (await ListAsync(caller)).Total);
    }

    [Fact]
    public async Task An_editor_who_has_looked_dismisses_it_and_a_new_report_begins_anew()
    {
        var caller = await app.EmptyAsync();
        var (movie, video) = await AddAsync(caller, "Раз");
        await ReportAsync(caller, (movie, video, ProblemReason.WrongFilm), (movie, video, ProblemReason.WrongFilm));

        await caller.DeleteAsync($"problems/{video}");

        Assert.Equal(0, (await ListAsync(caller)).Total);
        Assert.Equal(HttpStatusCode.NotFound, (await caller.RefusedAsync(HttpMethod.Delete, $"problems/{video}")).Status);
        await ReportAsync(caller, (movie, video, ProblemReason.WrongFilm));
        Assert.Equal(1, Assert.Single((await ListAsync(caller)).Items).Count);
    }

    [Fact]
    public async Task A_video_put_into_another_film_is_no_question_any_more()
    {
        var caller = await app.EmptyAsync();
        var (movie, video) = await AddAsync(caller, "Раз");
        var (into, _) = await AddAsync(caller, "Два");
        await ReportAsync(caller, (movie, video, ProblemReason.WrongFilm));

        await caller.MergeAsync(movie, into);

        Assert.Equal(0, (await ListAsync(caller)).Total);
    }

    [Fact]
    public async Task Reports_of_a_film_merged_meanwhile_count_for_the_film_it_became_and_strange_ones_for_nothing()
    {
        var caller = await app.EmptyAsync();
        var (movie, video) = await AddAsync(caller, "Раз");
        var (into, other) = await AddAsync(caller, "Два");
        var (third, _) = await AddAsync(caller, "Три");
        await caller.MergeAsync(movie, into);

        await ReportAsync(
            caller, (movie, video, ProblemReason.WrongFilm), (third, other, ProblemReason.WrongFilm), (into, 999_999, ProblemReason.WrongFilm));

        var question = Assert.Single((await ListAsync(caller)).Items);
        Assert.Equal((video, into), (question.VideoId, question.MovieId));
    }

    [Theory]
    [InlineData("""[{"movieId":1,"videoId":1,"reason":"boring"}]""", "k", "[0].reason")]
    [InlineData("""[{"movieId":0,"reason":"other"}]""", "k", "[0].movieId [0].videoId")]
    [InlineData("""[{"movieId":1,"videoId":1,"reason":"other"}]""", null, "Idempotency-Key")]
    public async Task A_wrong_report_names_what_is_wrong(string report, string? key, string names)
    {
        using var response = await app.Caller().SendAsync(HttpMethod.Post, "problems", report, key);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(names, Caller.ErrorNames(await Caller.ProblemAsync(response)));
    }

    private static async Task<(int Movie, int Video)> AddAsync(Caller caller, string title)
    {
        var movie = await caller.AddAsync(Uploads.Of(title, 2000));
        return (movie, (await caller.GetAsync(movie)).Videos[0].Id);
    }

    private static Task<PageOf<ReportedVideo>> ListAsync(Caller caller) =>
        caller.ReadAsync("problems", MetadataJson.Default.PageOfReportedVideo);

    private static Task ReportAsync(Caller caller, params (int Movie, int Video, ProblemReason Reason)[] notes) =>
        new ReportingClient(caller.Http).ReportProblemsAsync(
            [.. notes.Select(note => new ProblemNote(note.Movie, note.Video, note.Reason))],
            Guid.NewGuid().ToString(), CancellationToken.None);

    public sealed class OnSqlite(SqliteApp app) : ProblemReportsTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ProblemReportsTests(app), IClassFixture<PostgresApp>;
}
