using Scraper.Journal;
using Scraper.Sources;

namespace Scraper.Collecting;

/// <summary>Runs a source and keeps its standing by how that went.</summary>
internal sealed class SourceKeeper(SourceRunner runner, SourceStandings standings)
{
    /// <summary>Runs a source; one that has been failing is tried with a single request before all others.</summary>
    /// <exception cref="LeaseLostException">This process stood still so long that another one took over.</exception>
    public async Task<RunOutcome> RunAsync(
        RunRequest request, IProgress<RunProgress> progress, CancellationToken cancellationToken)
    {
        var standing = await standings.FindAsync(request.Name, cancellationToken);
        var outcome = await runner.RunAsync(request with { IsProbe = standing.Step > 0 }, progress, cancellationToken);
        if (outcome.Run is { } run)
        {
            await NoteAsync(standing, run, outcome.Failure);
        }

        return outcome;
    }

    private Task NoteAsync(SourceStanding standing, Run run, SourceException? failure) => failure switch
    {
        // Our own settings are at fault, not the source.
        { Failure: SourceFailure.Forbidden } => Task.CompletedTask,
        { } => standings.NoteFailureAsync(run.Source, failure.Message, failure.RetryAfter, CancellationToken.None),
        // What it says of targets that are gone is an answer too.
        null when run.Status is not (RunStatus.Running or RunStatus.Stopped) && standing.FailingSince is not null =>
            standings.NoteAnswerAsync(run.Source, CancellationToken.None),
        _ => Task.CompletedTask,
    };
}
