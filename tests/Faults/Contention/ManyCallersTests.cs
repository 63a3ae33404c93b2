using System.Collections.Concurrent;
using Faults.Durability;
using Faults.Rig;
using Hosts;
using Metadata.Operations;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace Faults.Contention;

/// <summary>A10: SQLite has one writer at a time, and no caller notices.</summary>
public sealed class ManyCallersTests(ITestOutputHelper output)
{
    private const int Writing = 8;
    private const int Reading = 50;
    private const int Batches = 60;

    private static readonly string[] Lists = ["movies?sort=new", "movies?sort=title", "movies?q=бал", "movies?genre=драма", "facets"];

    [Fact]
    public async Task Writers_and_readers_together_meet_no_lock()
    {
        await using var installation = new Installation();
        await installation.StartAsync();
        var writers = new Writers(installation.Api, Writing);
        using var ended = new CancellationTokenSource();
        var answers = new ConcurrentQueue<Answer>();
        writers.Start();
        var readers = Task.WhenAll(Enumerable.Range(0, Reading).Select(reader => ReadAsync(installation.Api, reader, answers, ended.Token)));

        await writers.MoreAsync(Rounds.Of(Batches));
        await writers.StopAsync();
        await ended.CancelAsync();
        await readers;

        Assert.Empty(writers.Refusals);
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.DoesNotContain("database is locked", installation.Process.Output, StringComparison.Ordinal);
        (await Reckoning.OfAsync(installation.Api, writers.Acknowledged.Select(journal => journal.Batch))).IsExact();
        output.WriteLine($"{writers.Acknowledged.Count} batches and {answers.Count} reads");
    }

    [Fact]
    public async Task Control_a_lock_that_another_process_keeps_is_told_by_its_name()
    {
        await using var installation = new Installation();
        installation.Settings["ConnectionStrings__Movies"] = $"Data Source={installation.MoviesFile};Default Timeout=1";
        await installation.StartAsync();
        await using var other = new SqliteConnection($"Data Source={installation.MoviesFile};Pooling=False");
        other.Open();
        await using var keeping = other.BeginTransaction();

        var answer = await installation.Api.PutAsync(Batch.Of("locked", 0));
        var read = await installation.Api.GetAsync("movies");

        Assert.Equal((503, StorageFailure.TypePrefix + StorageFailure.Failed), (answer!.Status, answer.Problem));
        Assert.NotNull(answer.RetryAfter);
        Assert.Equal(200, read.Status);
        Assert.Contains("database is locked", installation.Process.Output, StringComparison.Ordinal);
    }

    private static async Task ReadAsync(Api api, int reader, ConcurrentQueue<Answer> answers, CancellationToken ended)
    {
        for (var turn = 0; !ended.IsCancellationRequested; turn++)
        {
            var separator = Lists[turn % Lists.Length].Contains('?', StringComparison.Ordinal) ? '&' : '?';
            answers.Enqueue(await api.GetAsync($"{Lists[turn % Lists.Length]}{separator}yearFrom={1900 + ((reader + turn) % 100)}"));
        }
    }
}
