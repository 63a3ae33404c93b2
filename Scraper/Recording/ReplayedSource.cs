using System.Globalization;
using System.Runtime.CompilerServices;
using Scraper.Fetching;
using Scraper.Sources;

namespace Scraper.Recording;

/// <summary>A source as it answered in earlier runs, read by today's parser. A target is a run; what that run read is read
/// again, each target of it up to where the recording ends.</summary>
internal sealed class ReplayedSource(string name, SourcesAt sources, RecordingFolder folder) : ISource
{
    private const string Form = "run";

    private readonly List<ReplayEnd> _ends = [];
    private readonly List<string> _damages = [];

    public string Name => name;

    public bool HasBaseline => false;

    public IReadOnlyList<string> TargetForms => [$"{Form}:NUMBER"];

    /// <summary>Answers read out of recordings.</summary>
    public int Answers { get; private set; }

    /// <summary>Where the reading of a target broke off.</summary>
    public IReadOnlyList<ReplayEnd> Ends => _ends;

    /// <summary>Files that are torn, and where.</summary>
    public IReadOnlyList<string> Damages => _damages;

    public static SourceTarget TargetOf(int runId) => new(Form, runId.ToString(CultureInfo.InvariantCulture));

    public SourceTarget ReadTarget(string text) =>
        text.Split(':') is [Form, var number]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var runId)
            ? TargetOf(runId)
            : throw new FormatException($"\"{text}\" is no recorded run. Write {TargetForms[0]}.");

    public async IAsyncEnumerable<SourcePage> ReadAsync(
        SourceTarget target, string? cursor, FetchMeter meter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var runId = int.Parse(target.Value, CultureInfo.InvariantCulture);
        using var answers = RecordedAnswers.Open(folder.PathsOf(runId));
        if (answers is null || sources.Find(name, answers.Head.StartedAt) is not { } source)
        {
            _ends.Add(new ReplayEnd(runId, "", SourceFailure.NotRecorded, "There is no recording of this run that can be read."));
            yield break;
        }

        var recorded = new FetchMeter { Through = _ => new RecordedExchange(answers) };
        foreach (var text in answers.Head.Targets)
        {
            await using var pages = ReadPages(source, text, recorded, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await TryNextAsync(pages, runId, text))
            {
                // What the host has added since must not end the reading.
                yield return pages.Current with { IsNewestFirst = false };
            }
        }

        Answers += recorded.Requests;
        _damages.AddRange(answers.Damages);
    }

    // One target that breaks off says nothing of the next one.
    private async Task<bool> TryNextAsync(IAsyncEnumerator<SourcePage> pages, int runId, string target)
    {
        try
        {
            return await pages.MoveNextAsync();
        }
        catch (SourceException end)
        {
            _ends.Add(new ReplayEnd(runId, target, end.Failure, end.Message));
        }
        catch (FormatException unknown)
        {
            _ends.Add(new ReplayEnd(runId, target, SourceFailure.NotRecorded, unknown.Message));
        }

        return false;
    }

    private static async IAsyncEnumerable<SourcePage> ReadPages(
        ISource source, string target, FetchMeter meter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in source.ReadAsync(source.ReadTarget(target), cursor: null, meter, cancellationToken))
        {
            yield return page;
        }
    }
}

/// <summary>Where a replay broke off.</summary>
/// <param name="Target">As written; empty when the whole run could not be read.</param>
internal sealed record ReplayEnd(int RunId, string Target, SourceFailure Failure, string Reason);
