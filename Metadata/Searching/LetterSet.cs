namespace Metadata.Searching;

/// <summary>The letters that a word has, as bits, to tell quickly that two words cannot be alike.</summary>
internal static class LetterSet
{
    private const int LatinBit = 32;
    private const int DigitBit = 58;
    private const int OtherBit = 63;

    public static ulong Of(ReadOnlySpan<char> text)
    {
        var letters = 0UL;
        foreach (var letter in text)
        {
            letters |= 1UL << Bit(letter);
        }

        return letters;
    }

    private static int Bit(char letter) => letter switch
    {
        >= 'а' and <= 'я' => letter - 'а',
        >= 'a' and <= 'z' => LatinBit + letter - 'a',
        >= '0' and <= '9' => DigitBit + ((letter - '0') / 2),
        _ => OtherBit,
    };
}
