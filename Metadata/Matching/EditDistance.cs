namespace Metadata.Matching;

internal static class EditDistance
{
    /// <summary>Whether one letter added, dropped or replaced, or none, makes one text the other.</summary>
    public static bool IsAtMostOne(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.Length > other.Length)
        {
            var swap = one;
            one = other;
            other = swap;
        }

        if (other.Length - one.Length > 1)
        {
            return false;
        }

        var start = one.CommonPrefixLength(other);
        return one.Length == other.Length
            ? start == one.Length || one[(start + 1)..].SequenceEqual(other[(start + 1)..])
            : one[start..].SequenceEqual(other[(start + 1)..]);
    }
}
