using System.Buffers.Binary;
using Metadata.Matching;

namespace Metadata.Indexing;

/// <summary>The titles as they sort.</summary>
internal sealed class TitleColumn : SortColumn
{
    private readonly RowStore<byte> _titles = new();

    public override bool IsKnown(int id) => true;

    public override ulong NumberOf(int id) => NumberOf(_titles[id]);

    public override ReadOnlySpan<byte> TailOf(int id) => _titles[id] is { Length: > sizeof(ulong) } title ? title[sizeof(ulong)..] : [];

    public override void Grow(int capacity) => _titles.Grow(capacity);

    /// <returns>Whether it sorts otherwise now.</returns>
    public bool Write(int id, string title)
    {
        var folded = TitleText.Fold(title);
        var code = TitleCode.Write(folded, stackalloc byte[TitleCode.MaxBytes(folded)]);
        if (code.SequenceEqual(_titles[id]))
        {
            return false;
        }

        _titles.Write(id, code);
        return true;
    }

    private static ulong NumberOf(ReadOnlySpan<byte> title)
    {
        if (title.Length >= sizeof(ulong))
        {
            return BinaryPrimitives.ReadUInt64BigEndian(title);
        }

        Span<byte> padded = stackalloc byte[sizeof(ulong)];
        title.CopyTo(padded);
        return BinaryPrimitives.ReadUInt64BigEndian(padded);
    }
}
