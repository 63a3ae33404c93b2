using Metadata.Client;
using Scraper.Collecting;
using Scraper.Sources;

namespace Scraper.Editing.Planning;

/// <summary>What a dry run found.</summary>
/// <param name="Plan">What would change in the catalogue; null when Metadata could not be asked.</param>
/// <param name="LeftOut">Videos that would not be sent.</param>
internal sealed record DryFindings(MoviePlan? Plan, IReadOnlyList<LeftOutVideo> LeftOut)
{
    /// <summary>The films that would be sent; null where the plan says more.</summary>
    public IReadOnlyList<WouldSendVideo>? WouldSend { get; init; }
}

/// <summary>A video that is no film, or in doubt.</summary>
/// <param name="Video">"source/externalId".</param>
/// <param name="NeedsReview">It would go to the review list.</param>
internal sealed record LeftOutVideo(string Video, string Title, VideoKind Kind, bool NeedsReview, IReadOnlyList<string> Reasons)
{
    public static LeftOutVideo Of(JudgedVideo video) => new(
        video.Key, video.Draft.Raw.Title, video.Verdict.Kind, video.Verdict.NeedsReview, video.Verdict.Reasons);
}

/// <param name="Video">"source/externalId".</param>
internal sealed record WouldSendVideo(string Video, string Title, int? Year)
{
    public static WouldSendVideo Of(MovieUpsert upsert) => new($"{upsert.Source}/{upsert.ExternalId}", upsert.Title, upsert.Year);
}
