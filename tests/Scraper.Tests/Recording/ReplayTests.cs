using System.Text.Json;
using Hosts;
using Scraper.Tests.Editing;

namespace Scraper.Tests.Recording;

public sealed class ReplayTests
{
    [Fact]
    public async Task A_replay_asks_no_host_and_finds_nothing_different()
    {
        await using var rutube = await RecordedRutube.StartAsync();
        var scraped = (await rutube.ScrapeAsync()).Json();
        rutube.ForbidNetwork();
        var asked = rutube.Host.Host.Requests.Count;

        var replay = await rutube.RunAsync("replay", "rutube", "--json");

        Assert.Equal((0, "", asked), (replay.Code, replay.Error, rutube.Host.Host.Requests.Count));
        Assert.Equal((4, 0), (Int(replay, "answers"), Int(replay, "different")));
        Assert.Equal(scraped.GetProperty("films").GetInt32(), Int(replay, "unchanged"));
        foreach (var count in new[] { "seen", "episodes", "trailers", "other", "review" })
        {
            Assert.Equal(scraped.GetProperty(count).GetInt32(), Int(replay, count));
        }
    }

    [Fact]
    public async Task Two_replays_give_the_same_bytes()
    {
        await using var rutube = await RecordedRutube.StartAsync();
        await rutube.ScrapeAsync();
        Learn(rutube);

        var one = await rutube.RunAsync("replay", "rutube", "--json");
        var other = await rutube.RunAsync("replay", "rutube", "--json");

        Assert.Equal(1, Int(one, "different"));
        Assert.Equal(one.Out, other.Out);
    }

    [Fact]
    public async Task After_the_rules_changed_a_replay_sends_what_differs_and_nothing_else()
    {
        await using var rutube = await RecordedRutube.StartAsync();
        await rutube.ScrapeAsync();
        rutube.ForbidNetwork();
        Learn(rutube);

        var pushed = await rutube.RunAsync("replay", "rutube", "--push", "--json");
        var again = await rutube.RunAsync("replay", "rutube", "--push", "--json");

        Assert.Equal((0, 1, 0), (pushed.Code, Int(pushed, "different"), Int(pushed, "waiting")));
        Assert.Equal((0, 0), (again.Code, Int(again, "different")));
        var sentTwice = Assert.Single(rutube.Metadata.Stored, film => film.Value > 1);
        Assert.Equal($"rutube/{StubFilms.All[0].Id}", sentTwice.Key);
    }

    [Fact]
    public async Task A_dry_replay_names_what_differs_and_writes_nothing()
    {
        await using var rutube = await RecordedRutube.StartAsync();
        await rutube.ScrapeAsync();
        Learn(rutube);
        var sent = rutube.Metadata.Requests;

        var dry = await rutube.RunAsync("replay", "rutube", "--dry-run");

        Assert.Contains($"change Броненосец из справочника 1925 rutube/{StubFilms.All[0].Id}", dry.Table, StringComparison.Ordinal);
        Assert.Contains("DRY RUN, nothing written", dry.Error, StringComparison.Ordinal);
        Assert.Equal(sent, rutube.Metadata.Requests);
        Assert.Single((await rutube.RunAsync("runs", "list", "--json")).Json().GetProperty("runs").EnumerateArray());
    }

    [Fact]
    public async Task Of_several_runs_the_newest_answer_counts()
    {
        await using var rutube = await RecordedRutube.StartAsync();
        await rutube.ScrapeAsync();
        rutube.Host.Videos[0]["hits"] = 99_999;
        await rutube.ScrapeAsync();

        var replay = await rutube.RunAsync("replay", "rutube", "--since", "2020-01-01", "--json");

        Assert.Equal((8, 0), (Int(replay, "answers"), Int(replay, "different")));
        Assert.Equal([2, 1], replay.Json().GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("id").GetInt32()));
    }

    [Fact]
    public async Task A_film_that_only_an_older_run_saw_is_found_there()
    {
        await using var rutube = await RecordedRutube.StartAsync();
        await rutube.ScrapeAsync();
        rutube.Host.Videos.RemoveAt(0);
        await rutube.ScrapeAsync();
        Learn(rutube);

        var newest = await rutube.RunAsync("replay", "rutube", "--json");
        var since = await rutube.RunAsync("replay", "rutube", "--since", "2020-01-01", "--json");

        Assert.Equal((0, 1), (Int(newest, "different"), Int(since, "different")));
    }

    [Fact]
    public async Task A_run_of_unmodified_answers_is_replayed_by_itself()
    {
        await using var rutube = await RecordedRutube.StartAsync();
        rutube.Host.GivesETags = true;
        await rutube.ScrapeAsync();
        await rutube.ScrapeAsync();
        System.IO.File.Delete(rutube.Recordings[0]);

        var replay = await rutube.RunAsync("replay", "rutube", "--run", "2", "--json");

        Assert.Equal((0, 4, 10), (replay.Code, Int(replay, "answers"), Int(replay, "seen")));
    }

    [Fact]
    public async Task A_torn_recording_gives_what_it_has_and_is_named()
    {
        await using var rutube = await RecordedRutube.StartAsync();
        await rutube.ScrapeAsync();
        using (var file = System.IO.File.OpenWrite(rutube.Recordings[0]))
        {
            file.SetLength(file.Length - 10);
        }

        var replay = await rutube.RunAsync("replay", "rutube", "--json");

        Assert.Equal((3, 3, 9), (replay.Code, Int(replay, "answers"), Int(replay, "seen")));
        Assert.Contains("run-00000001-1.gz is damaged at byte", replay.Error, StringComparison.Ordinal);
        Assert.Contains("page=4", replay.Json().GetProperty("ended")[0].GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_broke_off_is_replayed_as_far_as_it_came()
    {
        await using var rutube = await RecordedRutube.StartAsync();
        await rutube.ScrapeAsync("--limit", "5");

        var replay = await rutube.RunAsync("replay", "rutube", "--json");

        Assert.Equal((0, 2, 6), (replay.Code, Int(replay, "answers"), Int(replay, "seen")));
        Assert.Equal("notRecorded", replay.Json().GetProperty("ended")[0].GetProperty("failure").GetString());
    }

    [Fact]
    public async Task A_category_is_replayed_for_the_days_of_then()
    {
        await using var rutube = await RecordedRutube.StartAsync();
        await rutube.RunAsync("scrape", "rutube", "--target", "category:4", "--limit", "1");
        rutube.ForbidNetwork();

        var replay = await rutube.RunAsync("replay", "rutube", "--json");

        Assert.Equal(0, replay.Code);
        Assert.True(Int(replay, "answers") > 0, replay.Out);
    }

    // What is known for certain goes before what a title says: from now on the first film's title is read otherwise.
    private static void Learn(RecordedRutube rutube)
    {
        var film = StubFilms.All[0];
        rutube.Settings["Starter:Path"] = rutube.File("known.tsv");
        System.IO.File.WriteAllText(
            rutube.File("known.tsv"),
            $"source\texternalId\tsourceUrl\ttitle\tyear\nrutube\t{film.Id}\thttps://rutube.ru/video/{film.Id}/\tБроненосец из справочника\t1925\n");
    }

    private static int Int(CommandResult result, string key) =>
        JsonDocument.Parse(result.Out).RootElement.GetProperty(key).GetInt32();
}
