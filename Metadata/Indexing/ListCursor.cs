using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace Metadata.Indexing;

/// <summary>Where a list goes on: after the last film shown, by what that film was sorted by then. Films that come, go and
/// change meanwhile make no gap and no repetition among the others.</summary>
/// <param name="Page">Number of the page that it leads to.</param>
internal sealed record ListCursor(MovieSort Sort, int Page, SortPoint Last)
{
    /// <summary>The longest text of a cursor, in characters.</summary>
    public const int MaxLength = 4_096;

    private const byte Form = 1;
    private const byte Known = 1;
    private const byte Reversed = 2;

    // Form, sort, flags, page, id, number; the tail follows.
    private const int HeadLength = 3 + sizeof(int) + sizeof(int) + sizeof(ulong);

    /// <summary>The cursor as it travels.</summary>
    public override string ToString()
    {
        var bytes = new byte[HeadLength + Last.Tail.Length];
        bytes[0] = Form;
        bytes[1] = (byte)Sort.Key;
        bytes[2] = (byte)((Last.IsKnown ? Known : 0) | (Sort.Reversed ? Reversed : 0));
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(3), Page);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(7), Last.Id);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(11), Last.Number);
        Last.Tail.CopyTo(bytes.AsMemory(HeadLength));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; false for any other text.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out ListCursor? cursor)
    {
        cursor = null;
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (text.Length > MaxLength || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var length)
            || length < HeadLength || bytes[0] != Form || bytes[2] > (Known | Reversed))
        {
            return false;
        }

        var sort = new MovieSort((SortKey)bytes[1], (bytes[2] & Reversed) != 0);
        var last = new SortPoint(
            (bytes[2] & Known) != 0, BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(11)),
            bytes.AsMemory(HeadLength, length - HeadLength), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(7)));
        var page = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(3));
        cursor = page > 1 && last.Id > 0 && IsOf(sort.Key, last) ? new ListCursor(sort, page, last) : null;
        return cursor is not null && cursor.ToString() == text;
    }

    // What a film of such a list can have been sorted by.
    private static bool IsOf(SortKey sort, SortPoint last) => sort switch
    {
        SortKey.Title => last.IsKnown && !last.Tail.Span.Contains((byte)0),
        SortKey.Relevance => last.IsKnown && last.Tail.Length == sizeof(ulong),
        SortKey.Rating or SortKey.Year or SortKey.Duration => last.Tail.Length == 0 && (last.IsKnown || last.Number == 0),
        SortKey.Popular or SortKey.New => last.IsKnown && last.Tail.Length == 0,
        _ => false,
    };
}
