using System.Net;
using Metadata.Client;
using Microsoft.Extensions.Options;

namespace Gateway.Reports;

/// <summary>Hands what visitors do and say on to Metadata: now and then, and the rest when the service stops. What
/// Metadata does not take waits for the next time.</summary>
internal sealed partial class ReportSender(
    VisitorReports reports, IServiceScopeFactory scopes, IOptions<ReportOptions> options, TimeProvider clock,
    ILogger<ReportSender> logger) : BackgroundService
{
    private const int LastTries = 4;
    private static readonly TimeSpan BetweenLastTries = TimeSpan.FromMilliseconds(500);

    private bool IsNothingLeft => reports.Plays.Waiting + reports.Problems.Waiting == 0;

    /// <summary>To be called when no more requests come in.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        for (var tries = 1; !await SendAllAsync(cancellationToken) && tries < LastTries && !cancellationToken.IsCancellationRequested; tries++)
        {
            await Task.Delay(BetweenLastTries, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (!IsNothingLeft)
        {
            Lost(reports.Plays.Waiting, reports.Problems.Waiting);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await SendAllAsync(stoppingToken);
        }
    }

    /// <summary>Whether nothing is left.</summary>
    private async Task<bool> SendAllAsync(CancellationToken cancellationToken)
    {
        if (IsNothingLeft)
        {
            return true;
        }

        await using var scope = scopes.CreateAsyncScope();
        var metadata = scope.ServiceProvider.GetRequiredService<ReportingClient>();
        var plays = await SendAsync(
            reports.Plays,
            batch => metadata.CountPlaysAsync(
                [.. batch.Counts.Select(film => new PlayCount(film.Key, film.Value))], batch.Key, cancellationToken),
            cancellationToken);
        var problems = await SendAsync(
            reports.Problems,
            batch => metadata.ReportProblemsAsync(
                [.. batch.Counts.SelectMany(note => Enumerable.Repeat(note.Key, note.Value))], batch.Key, cancellationToken),
            cancellationToken);
        return plays && problems;
    }

    private async Task<bool> SendAsync<T>(Tally<T> tally, Func<Batch<T>, Task> send, CancellationToken cancellationToken)
        where T : notnull
    {
        while (tally.Next() is { } batch)
        {
            try
            {
                await send(batch);
            }
            catch (MetadataException refused) when (MayBeTakenLater(refused))
            {
                Kept(tally.Waiting, refused.Message);
                return false;
            }
            catch (MetadataException refused)
            {
                Dropped(batch.Counts.Count, refused.Message);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return false;
            }

            tally.Taken();
        }

        return true;
    }

    // A wrong key is an operator's mistake, and no reason to lose what was counted before it is put right.
    private static bool MayBeTakenLater(MetadataException refused) =>
        refused.IsTransient || refused.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} reports of visitors wait for Metadata: {Reason}")]
    private partial void Kept(int count, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A batch of {Count} reports of visitors is given up: {Reason}")]
    private partial void Dropped(int count, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Metadata could not be told of {Plays} plays and {Problems} problems before the end")]
    private partial void Lost(int plays, int problems);
}
