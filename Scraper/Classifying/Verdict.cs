using Scraper.Sources;

namespace Scraper.Classifying;

/// <summary>What a draft was judged to be.</summary>
/// <param name="Kind">The likeliest kind.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="NeedsReview">Too unsure to publish: goes to the editors' review list.</param>
/// <param name="Reasons">The evidence, strongest first, in words an editor understands.</param>
internal sealed record Verdict(VideoKind Kind, double Confidence, bool NeedsReview, IReadOnlyList<string> Reasons);
