using Scraper.Sources;

namespace Scraper.Classifying;

/// <summary>One reason to believe in one kind.</summary>
/// <param name="Weight">May be negative: a reason against it.</param>
/// <param name="Reason">In words an editor understands.</param>
internal readonly record struct Evidence(VideoKind Kind, double Weight, string Reason);
