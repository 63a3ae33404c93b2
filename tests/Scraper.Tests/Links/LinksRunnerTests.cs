using System.Globalization;
using System.Text.Json.Nodes;
using Hosts;
using Microsoft.EntityFrameworkCore;
using Scraper.Fetching;
using Scraper.Journal;
using Scraper.Links;
using Scraper.Sources.Rutube;
using Scraper.Tests.Editing;
using Scraper.Tests.Sources;

namespace Scraper.Tests.Links;

public sealed class LinksRunnerTests : IAsyncLifetime
{
    private const string Put = "PUT /api/v1/videos/availability";
    private const string Done = """{"checked":4,"changed":1,"unknown":0,"braked":[]}""";

    private readonly PoliteHttpFactory _fetching = LoopbackFetching.Create();
    private StubCatalogue _metadata = null!;
    private StubRutube _rutube = null!;
    private RutubeSource _source = null!;
    private ScraperParts _parts = null!;

    public async Task InitializeAsync()
    {
        _rutube = await StubRutube.StartAsync(
            Enumerable.Range(1, 4).Select(number => new StubVideo(number, "Фильм", 5400, new DateTime(2024, 4, 13))));
        _metadata = await StubCatalogue.StartAsync();
        for (var number = 1; number <= 4; number++)
        {
            _metadata.Films[number] = StubFilm.Of(number, $"Фильм {number}", null);
            _metadata.Films[number]["videos"] = new JsonArray(
                StubFilm.Video(number, "rutube", $"https://rutube.ru/video/{StubVideo.IdOf(number)}/"));
        }

        _metadata.With(Put, Done);
        _source = new RutubeSource(
            RutubeSource.Defaults with { BaseUrl = _rutube.Host.BaseUrl, DelayMilliseconds = 0 }, _fetching, TimeProvider.System);
        _parts = await ScraperParts.CreateAsync(_source, _metadata.Host.BaseUrl);
    }

    public async Task DisposeAsync()
    {
        await _parts.DisposeAsync();
        _fetching.Dispose();
        await _rutube.DisposeAsync();
        await _metadata.DisposeAsync();
    }

    [Fact]
    public async Task What_the_hosts_say_goes_in_as_one_run_and_no_more_is_asked_than_allowed()
    {
        _rutube.Videos.RemoveAt(1);

        var run = await RunAsync(perSource: 3);

        Assert.Equal((RunStatus.Done, 3, 1), (run!.Status, run.Seen, run.Updated));
        Assert.Equal("1=ok 2=notFound 3=ok", Sent());
        Assert.Equal(0, await CountKeptAsync());
    }

    [Fact]
    public async Task A_check_cut_off_goes_on_after_the_last_answer_kept()
    {
        using var stop = new CancellationTokenSource();
        _rutube.Host.Fail(Fault.Hang, where: StubVideo.IdOf(3));
        var running = RunAsync(perSource: 4, stop.Token);
        await Poll.UntilAsync(() => _rutube.Host.Requests.Count == 3);
        await stop.CancelAsync();
        var cutOff = await running;
        _rutube.Host.Recover();

        var next = await RunAsync(perSource: 4);

        Assert.Equal((RunStatus.Stopped, RunStatus.Done), (cutOff!.Status, next!.Status));
        Assert.Equal("1=ok 2=ok 3=ok 4=ok", Sent());
        Assert.Equal(5, _rutube.Host.Requests.Count);
    }

    [Fact]
    public async Task The_brake_ends_the_run_and_the_answers_are_not_sent_again()
    {
        _metadata.With(Put, """{"checked":4,"changed":0,"unknown":0,"braked":[{"source":"rutube","checked":4,"worse":4}]}""");

        var run = await RunAsync(perSource: 4);

        Assert.Equal(RunStatus.Failed, run!.Status);
        Assert.StartsWith("BRAKE: 4 of 4 checked videos of rutube got worse", run.Message, StringComparison.Ordinal);
        Assert.Equal(0, await CountKeptAsync());
    }

    [Fact]
    public async Task While_Metadata_is_away_the_answers_wait_for_the_next_run()
    {
        _metadata.Host.Fail(Fault.Status(503), where: "availability");
        var first = await RunAsync(perSource: 4);
        _metadata.Host.Recover();

        var second = await RunAsync(perSource: 4);

        Assert.Equal((RunStatus.Failed, RunStatus.Done), (first!.Status, second!.Status));
        Assert.Equal("1=ok 2=ok 3=ok 4=ok", Sent());
        Assert.Equal(4, _rutube.Host.Requests.Count);
    }

    [Fact]
    public async Task One_process_checks_at_a_time()
    {
        await using var held = await _parts.Get<Leases>().TryTakeAsync(LinksJob.JobName, CancellationToken.None);

        Assert.Null(await RunAsync(perSource: 4));
        Assert.Empty(_rutube.Host.Requests);
    }

    [Fact]
    public async Task A_run_overtaken_by_another_process_says_so_and_hands_nothing_in_a_second_time()
    {
        _rutube.Host.Fail(Fault.Hang, times: 1);
        var running = RunAsync(perSource: 4);
        await Poll.UntilAsync(() => _rutube.Host.Requests.Count == 1);
        await using (var db = _parts.OpenJournal())
        {
            await db.Leases.ExecuteUpdateAsync(set => set.SetProperty(lease => lease.Fencing, lease => lease.Fencing + 1));
        }

        _rutube.Host.Recover();

        await Assert.ThrowsAsync<LeaseLostException>(() => running);
        Assert.Empty(_metadata.Writes);
    }

    private Task<Run?> RunAsync(int perSource, CancellationToken cancellationToken = default) =>
        _parts.Get<LinksRunner>().RunAsync([_source], perSource, cancellationToken);

    private async Task<int> CountKeptAsync() =>
        (await _parts.Get<LinkAnswers>().ListAsync(CancellationToken.None)).Count;

    private string Sent() => string.Join(' ', Assert.Single(_metadata.Writes).Body!.AsArray().Select(check =>
        $"{NumberOf(check!["externalId"]!.GetValue<string>())}={check["result"]}"));

    private static string NumberOf(string id) =>
        Enumerable.Range(1, 4).First(number => StubVideo.IdOf(number) == id).ToString(CultureInfo.InvariantCulture);
}
