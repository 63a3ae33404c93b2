using System.Globalization;
using System.Runtime.CompilerServices;
using Scraper.Fetching;

namespace Scraper.Sources;

/// <summary>A source of which only what was published from a moment on is wanted; an upload without a date is. A list that
/// begins with the newest is read no further than that. Its targets are "since:2026-05-01T00:00:00Z search:WORDS"; all
/// others are the source's own.</summary>
internal sealed class SinceSource(ISource source) : ISource
{
    private const string Form = "since";
    private const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public string Name => source.Name;

    public bool HasBaseline => false;

    public IReadOnlyList<string> TargetForms => source.TargetForms;

    public static SourceTarget TargetOf(DateTimeOffset since, SourceTarget target) => new(
        Form, string.Create(CultureInfo.InvariantCulture, $"{since.UtcDateTime.ToString(MomentFormat, CultureInfo.InvariantCulture)} {target}"));

    public SourceTarget ReadTarget(string text) =>
        text.StartsWith($"{Form}:", StringComparison.Ordinal) && text.Split(' ', 2) is [var moment, var target]
        && DateTimeOffset.TryParseExact(
            moment[(Form.Length + 1)..], MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since)
            ? TargetOf(since, source.ReadTarget(target))
            : source.ReadTarget(text);

    public IAsyncEnumerable<SourcePage> ReadAsync(
        SourceTarget target, string? cursor, FetchMeter meter, CancellationToken cancellationToken) =>
        target.Form == Form
            ? ReadSinceAsync(target, cursor, meter, cancellationToken)
            : source.ReadAsync(target, cursor, meter, cancellationToken);

    private async IAsyncEnumerable<SourcePage> ReadSinceAsync(
        SourceTarget target, string? cursor, FetchMeter meter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var parts = target.Value.Split(' ', 2);
        var since = DateTimeOffset.ParseExact(
            parts[0], MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        await foreach (var page in source.ReadAsync(source.ReadTarget(parts[1]), cursor, meter, cancellationToken))
        {
            var ends = page.IsNewestFirst && page.NewestPublishedAt < since;
            yield return page with
            {
                Videos = [.. page.Videos.Where(video => video.PublishedAt is not { } published || published >= since)],
                NextCursor = ends ? null : page.NextCursor,
                // The source counts the older ones, too.
                Total = null,
            };
            if (ends)
            {
                yield break;
            }
        }
    }
}
