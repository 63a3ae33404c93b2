namespace Metadata.Data;

/// <summary>The newest holder of a lease that has written here.</summary>
internal sealed class SeenLease
{
    public required string Name { get; init; }

    /// <summary>The holder's number; a later holder has a higher one.</summary>
    public required long Fencing { get; set; }
}
