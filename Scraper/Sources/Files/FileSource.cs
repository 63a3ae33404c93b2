using System.Globalization;
using System.Runtime.CompilerServices;
using Scraper.Fetching;

namespace Scraper.Sources.Files;

/// <summary>Films that somebody wrote down: CSV, TSV, JSON or NDJSON. The cursor is the number of rows already read.</summary>
internal sealed class FileSource(SourceOptions options, TimeProvider clock) : ISource
{
    public const string SourceName = "file";

    /// <summary>Reads nothing until it is told a path.</summary>
    public static readonly SourceOptions Defaults = new() { Cron = "0 0 4 * * ?", PageLimit = 10_000 };

    private const int PageSize = 200;

    public string Name => SourceName;

    public IReadOnlyList<string> TargetForms => FileTargets.Forms;

    /// <summary>What somebody writes down has no reason to be like what was written before.</summary>
    public bool HasBaseline => false;

    public SourceTarget ReadTarget(string text) => FileTargets.Read(text);

    public async IAsyncEnumerable<SourcePage> ReadAsync(
        SourceTarget target, string? cursor, FetchMeter meter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lastYear = clock.GetUtcNow().Year + 1;
        await using var rows = FileRows.Open(target.Value, cancellationToken);
        var done = await SkipAsync(rows, cursor);
        var row = await rows.NextAsync();
        for (var pages = 1; row is not null && pages <= options.PageLimit; pages++)
        {
            List<ReadItem> items = [];
            for (; row is not null && items.Count < PageSize; row = await rows.NextAsync())
            {
                items.Add(FileParser.Read(row, lastYear));
            }

            done += items.Count;
            yield return new SourcePage(
                [.. items.Select(item => item.Video).OfType<RawVideo>()],
                [.. items.Select(item => item.Reject).OfType<RejectedItem>()],
                row is null || pages == options.PageLimit ? null : done.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static async Task<int> SkipAsync(FileRows rows, string? cursor)
    {
        var read = cursor is null ? 0 : int.Parse(cursor, NumberStyles.None, CultureInfo.InvariantCulture);
        for (var skipped = 0; skipped < read; skipped++)
        {
            await rows.NextAsync();
        }

        return read;
    }
}
