using Scraper.Sources;

namespace Scraper.Tests.Sources.Mutating;

/// <summary>A kind of source, with what its hosts send.</summary>
/// <param name="Refusals">Why whole answers are refused; nothing else may be the reason, and each of them must come up.</param>
/// <param name="Rejects">The same for single items.</param>
internal sealed record SourceKind(
    string Name, IReadOnlyList<AnswerSample> Samples, IReadOnlyList<string> Refusals, IReadOnlyList<string> Rejects)
{
    public override string ToString() => Name;
}

/// <summary>An answer, and how it is read.</summary>
/// <param name="Read">Throws <see cref="SourceException"/> for an answer that is refused as a whole.</param>
internal sealed record AnswerSample(string Name, string Text, AnswerForm Form, Func<byte[], SampleReading> Read)
{
    public override string ToString() => Name;
}

/// <param name="Sent">How many items the answer holds, counted by other means; null where only the reader can tell.</param>
internal sealed record SampleReading(IReadOnlyList<ReadItem> Items, int? Sent)
{
    public static SampleReading None { get; } = new([], 0);
}
