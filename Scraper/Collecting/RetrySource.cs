using System.Runtime.CompilerServices;
using Scraper.Fetching;
using Scraper.Journal;
using Scraper.Sources;

namespace Scraper.Collecting;

/// <summary>A source of which parts of earlier runs are read again: of a page only the items that failed, of a target what
/// its run did not come to. Such parts are targets of their own (<see cref="RetryTarget"/>), so that a retry is kept, cut
/// off and retried like any run; all other targets are the source's own.</summary>
internal sealed class RetrySource(ISource source, RunFailures failures) : ISource
{
    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);

    public string Name => source.Name;

    public bool HasBaseline => false;

    public IReadOnlyList<string> TargetForms => source.TargetForms;

    /// <summary>Items that failed once and are still listed where they were.</summary>
    public IReadOnlySet<string> Listed => _listed;

    public SourceTarget ReadTarget(string text) => RetryTarget.Read(text) is { } part
        ? (part.IsPage ? RetryTarget.OfPage(part.RunId, part.Number) : RetryTarget.OfRest(part.RunId, part.Number))
        : source.ReadTarget(text);

    public IAsyncEnumerable<SourcePage> ReadAsync(
        SourceTarget target, string? cursor, FetchMeter meter, CancellationToken cancellationToken) =>
        RetryTarget.Read(target) switch
        {
            null => source.ReadAsync(target, cursor, meter, cancellationToken),
            { IsPage: true } page => ReadPageAsync(page, meter, cancellationToken),
            var rest => ReadRestAsync(rest, cursor, meter, cancellationToken),
        };

    private async IAsyncEnumerable<SourcePage> ReadPageAsync(
        RetryTarget part, FetchMeter meter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await failures.FindPageAsync(part.RunId, part.Number, cancellationToken) is not { } failed)
        {
            yield break;
        }

        await foreach (var page in ReadAsync(ReadTarget(failed.Target), failed.Cursor, meter, cancellationToken))
        {
            bool IsWanted(string? id) => id is null || failed.Nameless > 0 || failed.ExternalIds.Contains(id);
            var wanted = page with
            {
                Videos = [.. page.Videos.Where(video => IsWanted(video.ExternalId))],
                Rejects = [.. page.Rejects.Where(item => IsWanted(item.ExternalId))],
                NextCursor = null,
                Total = null,
            };
            _listed.UnionWith(wanted.Videos.Select(video => video.ExternalId)
                .Concat(wanted.Rejects.Select(item => item.ExternalId).OfType<string>())
                .Where(failed.ExternalIds.Contains));
            yield return wanted;
            yield break;
        }
    }

    private async IAsyncEnumerable<SourcePage> ReadRestAsync(
        RetryTarget part, string? cursor, FetchMeter meter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await failures.FindRestAsync(part.RunId, part.Number, cancellationToken) is not { } rest)
        {
            yield break;
        }

        await foreach (var page in ReadAsync(ReadTarget(rest.Target), cursor ?? rest.Cursor, meter, cancellationToken))
        {
            yield return page;
        }
    }
}
