namespace Metadata.Client;

// The small bodies of editors' commands.

/// <param name="Fields">Names of <see cref="MovieEdit"/> fields that scrapes may change again.</param>
public sealed record UnlockOrder(IReadOnlyList<string> Fields);

/// <param name="IntoId">The film that stays.</param>
public sealed record MergeOrder(int IntoId);

/// <param name="VideoIds">The uploads that are of another film.</param>
public sealed record SplitOrder(IReadOnlyList<int> VideoIds);

/// <param name="IntoId">The film that the upload is of; absent = the candidate named.</param>
public sealed record AcceptOrder(int? IntoId = null);
