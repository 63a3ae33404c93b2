using Scraper.Journal;

namespace Scraper.Recording;

/// <summary>Begins the recordings of runs.</summary>
internal sealed class Recordings(
    RecordingFolder folder, RecordingLimits limits, HeldAnswers held, TimeProvider clock, ILogger<RunRecording> logger)
{
    /// <summary>Makes room and begins. A file comes into being with the first answer.</summary>
    public async Task<RunRecording> BeginAsync(Run run, CancellationToken cancellationToken)
    {
        await limits.ApplyAsync(cancellationToken);
        return new RunRecording(
            new RecordingHead(
                RecordingHead.CurrentForm, run.Source, run.Targets, run.StartedAt, run.Id, ParserVersion.Current),
            folder, limits, held, clock, logger);
    }
}
