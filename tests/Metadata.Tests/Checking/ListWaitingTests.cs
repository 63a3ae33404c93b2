using System.Net;
using Metadata.Client;
using Metadata.Tests.Editing;

namespace Metadata.Tests.Checking;

public abstract class ListWaitingTests(MetadataApp app)
{
    [Fact]
    public async Task Who_was_asked_about_longest_ago_comes_first_whatever_the_host_said()
    {
        var caller = await app.EmptyAsync();
        var films = await FilmsAsync(caller, "Раз", "Два", "Три", "Четыре");
        await caller.CheckAsync((films[0], CheckResult.Geo, 3), (films[1], CheckResult.Error, 2), (films[2], CheckResult.Ok, 1));

        var waiting = await WaitingAsync(caller);

        Assert.Equal("Четыре Три Два Раз", string.Join(' ', waiting.Select(video => video.Title)));
        Assert.Null(waiting[3].CheckedAt);
    }

    [Fact]
    public async Task What_visitors_report_comes_first_until_the_host_has_answered()
    {
        var caller = await app.EmptyAsync();
        var films = await FilmsAsync(caller, "Раз", "Два", "Три");
        var reported = (await WaitingAsync(caller))[2];
        await ReportAsync(caller, reported.MovieId, reported.VideoId, "notPlaying", "badQuality");
        Assert.Equal(("Три", 2), ((await WaitingAsync(caller))[0].Title, (await WaitingAsync(caller))[0].Reports));

        await caller.CheckAsync((films[2], CheckResult.Error, 1_000_000));
        var afterError = await WaitingAsync(caller);
        await caller.CheckAsync((films[2], CheckResult.Ok, 1_000_001));
        var afterAnswer = await WaitingAsync(caller);

        Assert.Equal(("Три", "Раз"), (afterError[0].Title, afterAnswer[0].Title));
        Assert.All(afterAnswer, video => Assert.Equal(0, video.Reports));
    }

    [Fact]
    public async Task A_report_later_than_the_check_waits_on()
    {
        var caller = await app.EmptyAsync();
        var films = await FilmsAsync(caller, "Раз", "Два");
        var reported = (await WaitingAsync(caller))[1];
        await ReportAsync(caller, reported.MovieId, reported.VideoId, "removed");

        await caller.CheckAsync((films[1], CheckResult.Ok, 0));

        Assert.Equal(("Два", 1), ((await WaitingAsync(caller))[0].Title, (await WaitingAsync(caller))[0].Reports));
    }

    [Fact]
    public async Task A_video_not_found_is_asked_about_again_before_all_others_when_its_second_look_is_due()
    {
        var caller = await app.EmptyAsync();
        var films = await FilmsAsync(caller, "Раз", "Два");

        await caller.CheckAsync((films[1], CheckResult.NotFound, 0));

        Assert.Equal("Два", (await WaitingAsync(caller))[0].Title);
    }

    [Fact]
    public async Task Only_the_source_asked_for_and_no_hidden_film_and_no_more_than_the_limit()
    {
        var caller = await app.EmptyAsync();
        await FilmsAsync(caller, "Раз", "Два", "Три");
        var hidden = await caller.AddAsync(Uploads.Of("Скрытый", 2001));
        await caller.DeleteAsync($"movies/{hidden}");
        await caller.PutAsync(Uploads.Of("Другой", 2001, "archive"));

        var waiting = await WaitingAsync(caller, "source=rutube&limit=2");

        Assert.Equal("Раз Два", string.Join(' ', waiting.Select(video => video.Title)));
        Assert.Equal(4, (await WaitingAsync(caller, "")).Count);
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_change_and_changes_nothing()
    {
        var caller = await app.EmptyAsync();
        var films = await FilmsAsync(caller, "Раз", "Два", "Три", "Четыре", "Пять", "Шесть");
        var before = (await caller.ExportAsync(), string.Join(' ', (await WaitingAsync(caller)).Select(video => video.VideoId)));

        var report = await new CheckingClient(caller.Http).PutAsync(
            [.. films.Select((film, place) => new AvailabilityCheck(
                film.Source, film.ExternalId, place == 0 ? CheckResult.NotFound : CheckResult.Error, DateTimeOffset.UnixEpoch))],
            dryRun: true, lease: null, new EditorNote("test"), CancellationToken.None);

        var change = Assert.Single(report.Changes!);
        Assert.Equal((6, 1, films[0].ExternalId, Availability.Unknown, Availability.Suspect),
            (report.Checked, report.Changed, change.ExternalId, change.Before, change.After));
        Assert.Equal(before, (await caller.ExportAsync(), string.Join(' ', (await WaitingAsync(caller)).Select(video => video.VideoId))));
    }

    [Fact]
    public async Task A_wrong_limit_is_named_and_strangers_see_nothing()
    {
        var (status, problem) = await app.Caller().RefusedAsync(HttpMethod.Get, "videos/waiting?limit=0");
        using var stranger = await app.CreateClient().GetAsync("/api/v1/videos/waiting");

        Assert.Equal((HttpStatusCode.BadRequest, "limit"), (status, Caller.ErrorNames(problem)));
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
    }

    private static async Task<IReadOnlyList<MovieUpsert>> FilmsAsync(Caller caller, params string[] titles)
    {
        var films = titles.Select((title, place) => Uploads.Of(title, 1950 + (place * 5))).ToList();
        await caller.PutAsync(films);
        return films;
    }

    private static Task<IReadOnlyList<WaitingVideo>> WaitingAsync(Caller caller, string query = "source=rutube") =>
        caller.ReadAsync($"videos/waiting?{query}", MetadataJson.Default.IReadOnlyListWaitingVideo);

    private static Task ReportAsync(Caller caller, int movieId, int videoId, params string[] reasons) =>
        new ReportingClient(caller.Http).ReportProblemsAsync(
            [.. reasons.Select(reason => new ProblemNote(movieId, videoId, Enum.Parse<ProblemReason>(reason, ignoreCase: true)))],
            Guid.NewGuid().ToString(), CancellationToken.None);

    public sealed class OnSqlite(SqliteApp app) : ListWaitingTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ListWaitingTests(app), IClassFixture<PostgresApp>;
}
