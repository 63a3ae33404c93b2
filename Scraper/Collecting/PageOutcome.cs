using System.Text.Json;
using Metadata.Client;
using Scraper.Classifying;
using Scraper.Collecting.Drift;
using Scraper.Normalizing;
using Scraper.Sources;

namespace Scraper.Collecting;

/// <summary>What became of one page; kept as a whole or not at all.</summary>
internal sealed record PageOutcome
{
    public required SourceTarget Target { get; init; }

    /// <summary>Where the target goes on; null after its last page.</summary>
    public string? NextCursor { get; init; }

    /// <summary>Keys of the items that no earlier page of the run had.</summary>
    public IReadOnlyList<string> VideoKeys { get; init; } = [];

    /// <summary>What the page looks like; null for a target that could not be read.</summary>
    public Profile? Profile { get; init; }

    public DateTimeOffset? NewestPublishedAt { get; init; }

    public IReadOnlyList<JudgedVideo> Videos { get; init; } = [];

    public IReadOnlyList<FailedItem> Failures { get; init; } = [];

    /// <summary>Why the target could not be read; null for a page that was.</summary>
    public string? TargetFailure { get; init; }

    public int Seen => Videos.Count + Failures.Count(failure => failure.Step != CollectStep.Fetch);

    public int Review => Videos.Count(video => video.Verdict.NeedsReview);

    public int Films => Sure(VideoKind.Film);

    public IEnumerable<JudgedVideo> ToPublish =>
        Videos.Where(video => video is { Upsert: not null, Verdict: { NeedsReview: false, Kind: VideoKind.Film } });

    /// <summary>A target that could not be read, in the place of its pages.</summary>
    public static PageOutcome Failed(SourceTarget target, string reason) => new()
    {
        Target = target,
        TargetFailure = reason,
        Failures = [new FailedItem(ExternalId: null, CollectStep.Fetch, $"{target}: {reason}", Payload: "")],
    };

    public int Sure(VideoKind kind) => Videos.Count(video => !video.Verdict.NeedsReview && video.Verdict.Kind == kind);
}

/// <summary>A video after judgement.</summary>
/// <param name="Upsert">What would be published; null for what is neither a film nor in doubt.</param>
internal sealed record JudgedVideo(MovieDraft Draft, Verdict Verdict, MovieUpsert? Upsert)
{
    /// <summary>Its key among those of <see cref="PageOutcome.VideoKeys"/>.</summary>
    public string Key => PageJudge.KeyOf(Draft.Raw);

    /// <summary>The upsert as JSON, written while the video is judged: there pages wait for none but each other.</summary>
    public string? Payload { get; } =
        Upsert is null ? null : JsonSerializer.Serialize(Upsert, CatalogueJson.Readable.MovieUpsert);
}

/// <summary>Something that went no further.</summary>
/// <param name="ExternalId">The host's id; null when not one item is meant or none could be read.</param>
/// <param name="Step">One of <see cref="CollectStep"/>.</param>
/// <param name="Payload">The item as received, for a later replay.</param>
internal sealed record FailedItem(string? ExternalId, string Step, string Reason, string Payload);
