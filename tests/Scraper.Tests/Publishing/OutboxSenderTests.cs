using Microsoft.EntityFrameworkCore;
using Scraper.Journal;
using Scraper.Publishing;
using Scraper.Tests.Collecting;

namespace Scraper.Tests.Publishing;

public sealed class OutboxSenderTests
{
    private static ScriptedSource Films(int count) =>
        new ScriptedSource().With("list:a", [.. Enumerable.Range(0, count / 10).Select(page => ScriptedPage.Films(page * 10, 10))]);

    [Fact]
    public async Task Films_arrive_in_the_order_found_in_batches_of_a_hundred()
    {
        await using var metadata = await StubMetadata.StartAsync();
        var source = Films(250);
        await using var parts = await ScraperParts.CreateAsync(source, metadata.Url);

        var run = await CollectAndSendAsync(parts, source);

        Assert.Equal(Enumerable.Range(0, 250).Select(number => $"scripted/film-{number}"), metadata.Order, StringComparer.Ordinal);
        Assert.Equal((100, 3, 250), (metadata.LargestBatch, metadata.Requests, run.Created));
    }

    [Fact]
    public async Task A_lost_answer_is_asked_for_again_under_the_same_key_with_the_same_body()
    {
        await using var metadata = await StubMetadata.StartAsync();
        metadata.LoseAnswers = 2;
        var source = Films(150);
        await using var parts = await ScraperParts.CreateAsync(source, metadata.Url);

        var run = await CollectAndSendAsync(parts, source);

        Assert.Empty(metadata.ChangedBodies);
        Assert.All(metadata.Stored.Values, times => Assert.Equal(1, times));
        Assert.Equal((150, 0, 4), (run.Created, run.Unchanged, metadata.Requests));
    }

    [Theory]
    [InlineData(503)]
    [InlineData(500)]
    [InlineData(429)]
    [InlineData(401)]
    [InlineData(404)]
    public async Task While_Metadata_does_not_take_them_films_wait_and_none_is_lost_or_doubled(int status)
    {
        await using var metadata = await StubMetadata.StartAsync();
        metadata.FailWith = status;
        var source = Films(120);
        await using var parts = await ScraperParts.CreateAsync(source, metadata.Url);
        var collected = (await parts.CollectAsync(source)).Run!;
        using var stop = new CancellationTokenSource();
        var sending = parts.Get<OutboxSender>().RunAsync(stop.Token);
        await Poll.UntilAsync(() => metadata.Requests >= 3);

        Assert.Equal(120, await parts.Get<Outbox>().CountAsync(collected.Id, CancellationToken.None));
        Assert.Contains($"{status}", parts.Get<OutboxSender>().Problem!, StringComparison.Ordinal);
        metadata.FailWith = null;
        await Poll.UntilAsync(async () => await parts.Get<Outbox>().CountAsync(collected.Id, CancellationToken.None) == 0);

        Assert.Equal(120, metadata.Stored.Count);
        Assert.All(metadata.Stored.Values, times => Assert.Equal(1, times));
        await stop.CancelAsync();
        await sending;
    }

    [Fact]
    public async Task A_film_that_no_batch_may_hold_is_found_and_set_aside_while_the_others_go_through()
    {
        await using var metadata = await StubMetadata.StartAsync();
        metadata.Poison = "film-37";
        var source = Films(100);
        await using var parts = await ScraperParts.CreateAsync(source, metadata.Url);

        var run = await CollectAndSendAsync(parts, source);

        Assert.Equal((99, 99, 1), (metadata.Stored.Count, run.Created, run.Rejected));
        await using var db = parts.OpenJournal();
        var reject = await db.Rejects.SingleAsync();
        Assert.Equal(("film-37", "publish"), (reject.ExternalId, reject.Step));
        Assert.Contains("\"externalId\":\"film-37\"", reject.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_film_is_recorded_with_Metadatas_reason()
    {
        await using var metadata = await StubMetadata.StartAsync();
        metadata.Unwanted = "film-3";
        var source = Films(10);
        await using var parts = await ScraperParts.CreateAsync(source, metadata.Url);

        var run = await CollectAndSendAsync(parts, source);

        Assert.Equal((9, 1), (run.Created, run.Rejected));
        await using var db = parts.OpenJournal();
        Assert.Equal("year: 1700 is before 1888", (await db.Rejects.SingleAsync()).Reason);
    }

    [Fact]
    public async Task A_film_found_twice_is_answered_twice()
    {
        await using var metadata = await StubMetadata.StartAsync();
        var source = Films(10);
        await using var parts = await ScraperParts.CreateAsync(source, metadata.Url);
        var first = (await parts.CollectAsync(source)).Run!;
        source.With("list:a", ScriptedPage.Of(
            [.. Enumerable.Range(0, 10).Select(number => ScriptedPage.Film(number) with { Views = 7 })]));

        var second = await CollectAndSendAsync(parts, source);

        await using var db = parts.OpenJournal();
        Assert.Equal(10, (await db.Runs.SingleAsync(run => run.Id == first.Id)).Created);
        Assert.Equal((0, 10), (second.Created, second.Unchanged));
    }

    [Fact]
    public async Task Two_processes_do_not_send_at_the_same_time()
    {
        await using var metadata = await StubMetadata.StartAsync();
        var source = Films(200);
        await using var one = await ScraperParts.CreateAsync(source, metadata.Url);
        await using var other = await ScraperParts.CreateAsync(source, metadata.Url, one.Directory);
        using var stop = new CancellationTokenSource();
        Task[] sending = [one.Get<OutboxSender>().RunAsync(stop.Token), other.Get<OutboxSender>().RunAsync(stop.Token)];

        await one.CollectAsync(source);
        await Poll.UntilAsync(async () => await one.Get<Outbox>().CountAsync(runId: null, CancellationToken.None) == 0);

        Assert.False(one.Get<OutboxSender>().IsSending && other.Get<OutboxSender>().IsSending);
        Assert.Equal(200, metadata.Stored.Count);
        Assert.All(metadata.Stored.Values, times => Assert.Equal(1, times));
        await stop.CancelAsync();
        await Task.WhenAll(sending);
    }

    [Fact]
    public async Task Who_hears_that_another_sends_by_now_gives_up_its_turn_and_loses_nothing()
    {
        await using var metadata = await StubMetadata.StartAsync();
        var source = Films(150);
        await using var parts = await ScraperParts.CreateAsync(source, metadata.Url);
        var overtakenUntil = TimeProvider.System.GetUtcNow().AddSeconds(2).ToUnixTimeMilliseconds();
        metadata.Leases[Leases.Outbox] = overtakenUntil;

        var run = await CollectAndSendAsync(parts, source);

        Assert.Equal((150, 0), (run.Created, run.Rejected));
        Assert.True(metadata.Leases[Leases.Outbox] > overtakenUntil);
        Assert.Empty(metadata.ChangedBodies);
        Assert.All(metadata.Stored.Values, times => Assert.Equal(1, times));
    }

    private static async Task<Run> CollectAndSendAsync(ScraperParts parts, ScriptedSource source)
    {
        var run = (await parts.CollectAsync(source)).Run!;
        using var stop = new CancellationTokenSource();
        var sending = parts.Get<OutboxSender>().RunAsync(stop.Token);
        await Poll.UntilAsync(async () => await parts.Get<Outbox>().CountAsync(run.Id, CancellationToken.None) == 0);
        await stop.CancelAsync();
        await sending;
        return (await parts.Get<RunHistory>().FindAsync(run.Id, CancellationToken.None))!;
    }
}
