namespace Metadata.Indexing;

/// <summary>What films are sorted by, by id. A value is a number that compares as the value does, and for titles the
/// bytes that follow those in the number.</summary>
internal abstract class SortColumn
{
    public abstract bool IsKnown(int id);

    public abstract ulong NumberOf(int id);

    public virtual ReadOnlySpan<byte> TailOf(int id) => [];

    public abstract void Grow(int capacity);
}
