namespace Metadata.Indexing;

/// <summary>Folded titles in one byte for almost every letter, such that bytes compare as the titles do by code of
/// letter. Zero is no byte of it.</summary>
internal static class TitleCode
{
    // In the order of their codes. A letter of the alphabet takes the byte 2 × its place + 2; the odd bytes between stand
    // for the gaps between the letters, and what lies in a gap follows in full.
    private const string Alphabet = " &0123456789abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюя";

    private const int BytesInFull = 3;

    private static readonly byte[] Bytes =
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(letter => ByteOf((char)letter))];

    /// <summary>The largest number of bytes that a title takes.</summary>
    public static int MaxBytes(string folded) => folded.Length * (1 + BytesInFull);

    /// <returns>The bytes of <paramref name="into"/> that were written.</returns>
    public static ReadOnlySpan<byte> Write(string folded, Span<byte> into)
    {
        var length = 0;
        foreach (var letter in folded)
        {
            var code = Bytes[letter];
            into[length++] = code;
            if (code % 2 != 0)
            {
                into[length++] = (byte)((letter >> 12) + 1);
                into[length++] = (byte)(((letter >> 6) & 63) + 1);
                into[length++] = (byte)((letter & 63) + 1);
            }
        }

        return into[..length];
    }

    private static byte ByteOf(char letter)
    {
        var place = Alphabet.AsSpan().BinarySearch(letter);
        return (byte)(place >= 0 ? (2 * place) + 2 : (2 * ~place) + 1);
    }
}
