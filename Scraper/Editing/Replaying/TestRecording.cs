using Scraper.Collecting;
using Scraper.Fetching;
using Scraper.Recording;

namespace Scraper.Editing.Replaying;

/// <summary>scraper sources test --record and --replay: one page as a host gave it, to be read again offline.</summary>
internal static class TestRecording
{
    public static async Task<int> RecordAsync(
        Terminal terminal, IServiceProvider services, RunRequest request, bool asJson, CancellationToken cancellationToken)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        using var writer = services.GetRequiredService<RecordingFolder>().CreateTest(new RecordingHead(
            RecordingHead.CurrentForm, request.Source.Name, [request.Targets[0].ToString()], clock.GetUtcNow(), RunId: 0,
            ParserVersion.Current));
        var meter = new FetchMeter { Through = hosts => new CapturingExchange(hosts, writer, clock) };
        var code = await SourceTester.RunAsync(terminal, services, request, meter, asJson, cancellationToken);
        terminal.Error.WriteLine($"Recorded as {writer.Name}: {writer.Length / 1024} KiB for {meter.Bytes / 1024} KiB of answers.");
        return code;
    }

    /// <param name="target">What to read of the recording; null for what was recorded.</param>
    /// <exception cref="UsageException">Nothing is recorded.</exception>
    public static async Task<int> ReplayAsync(
        Terminal terminal, IServiceProvider services, string name, string? target, bool asJson,
        CancellationToken cancellationToken)
    {
        var path = services.GetRequiredService<RecordingFolder>().TestFile(name);
        using var answers = File.Exists(path) ? RecordedAnswers.Open([path]) : null;
        if (answers is null || services.GetRequiredService<SourcesAt>().Find(name, answers.Head.StartedAt) is not { } source)
        {
            throw new UsageException($"There is no recording {path} that can be read. \"scraper sources test {name} --record\" makes one.");
        }

        foreach (var damage in answers.Damages)
        {
            terminal.Error.WriteLine(damage);
        }

        var request = new RunRequest(name, source, [source.ReadTarget(target ?? answers.Head.Targets[0])], Limit: null);
        var meter = new FetchMeter { Through = _ => new RecordedExchange(answers) };
        return await SourceTester.RunAsync(terminal, services, request, meter, asJson, cancellationToken);
    }
}
