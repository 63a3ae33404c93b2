using Scraper.Fetching;

namespace Scraper.Sources;

/// <summary>A place that lists videos.</summary>
internal interface ISource
{
    /// <summary>The name used in the configuration, on the command line and as the key of its videos.</summary>
    string Name { get; }

    /// <summary>Forms of target it understands, for help: "search:WORDS"…</summary>
    IReadOnlyList<string> TargetForms { get; }

    /// <summary>Whether its runs are like one another, so that a run can be judged by those before it.</summary>
    bool HasBaseline => true;

    /// <summary>Reads a target as an editor writes it.</summary>
    /// <exception cref="FormatException">It is none of <see cref="TargetForms"/>; the message says so.</exception>
    SourceTarget ReadTarget(string text);

    /// <summary>Reads a target page by page, from the first or from where an earlier run stopped.</summary>
    /// <param name="cursor">The <see cref="SourcePage.NextCursor"/> of the last page kept; null for the first page.</param>
    /// <param name="meter">Counts what the reading costs the host.</param>
    /// <exception cref="SourceException">The source cannot be read on.</exception>
    IAsyncEnumerable<SourcePage> ReadAsync(
        SourceTarget target, string? cursor, FetchMeter meter, CancellationToken cancellationToken);
}

/// <summary>What to read from a source: a form and its value, "search" and "комедия".</summary>
internal sealed record SourceTarget(string Form, string Value)
{
    /// <summary>The form of a target that was written by <see cref="ToString"/>.</summary>
    public static string FormOf(string text) => text.Split(':')[0];

    public override string ToString() => Value.Length == 0 ? Form : $"{Form}:{Value}";
}

/// <summary>One page of a source's listing.</summary>
/// <param name="Videos">The items that could be read.</param>
/// <param name="Rejects">The items that could not, kept with the reason.</param>
/// <param name="NextCursor">Where to read on; null after the last page.</param>
/// <param name="Total">How many items the source says there are; null when it does not say.</param>
internal sealed record SourcePage(
    IReadOnlyList<RawVideo> Videos, IReadOnlyList<RejectedItem> Rejects, string? NextCursor, int? Total = null)
{
    /// <summary>The listing begins with what was published last, so that a walk may end where everything is known. A
    /// listing that is in order by the day only is newest-first too.</summary>
    public bool IsNewestFirst { get; init; }

    public DateTimeOffset? NewestPublishedAt => Videos.Max(video => video.PublishedAt);
}

/// <summary>An item that could not be read.</summary>
/// <param name="ExternalId">The host's id, where at least that could be read.</param>
/// <param name="Reason">Names the field and what is wrong with it.</param>
/// <param name="Payload">The item as received, for a later replay.</param>
internal sealed record RejectedItem(string? ExternalId, string Reason, string Payload)
{
    private const int ReasonStart = 400;
    private const int ReasonEnd = 100;

    /// <summary>With a reason that fits a line of a report, whatever of the item it repeats.</summary>
    public static RejectedItem Of(string? externalId, string reason, string payload)
    {
        var cut = reason.Length > ReasonStart + ReasonEnd ? $"{reason[..ReasonStart]}…{reason[^ReasonEnd..]}" : reason;
        return new RejectedItem(externalId, new string([.. cut.Select(letter => char.IsControl(letter) ? ' ' : letter)]), payload);
    }
}
