namespace Metadata.Data;

/// <summary>The answer to a batch, kept so that repeating the batch repeats the answer.</summary>
internal sealed class BatchReceipt
{
    /// <summary>The caller's Idempotency-Key.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of the body, hexadecimal.</summary>
    public required string RequestHash { get; init; }

    /// <summary>The body of the answer.</summary>
    public required byte[] Response { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
