namespace Metadata.Searching;

/// <summary>How many changes part two words: a letter left out, added, changed, or swapped with its neighbour.</summary>
internal static class EditDistance
{
    private const int MaxLength = 63;

    /// <summary>The distance, or -1 when it is above <paramref name="limit"/> or the words are too long to compare.</summary>
    public static int Within(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit || left.Length > MaxLength || right.Length > MaxLength)
        {
            return -1;
        }

        Trim(ref left, ref right);
        return Least(left, right, limit, beginning: false);
    }

    /// <summary>The distance to the nearest beginning of a word, or -1 when it is above <paramref name="limit"/>.</summary>
    public static int OfBeginning(ReadOnlySpan<char> left, ReadOnlySpan<char> word, int limit)
    {
        if (word.Length < left.Length - limit || left.Length > MaxLength)
        {
            return -1;
        }

        return Least(left, word[..Math.Min(word.Length, Math.Min(MaxLength, left.Length + limit))], limit, beginning: true);
    }

    private static int Least(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit, bool beginning)
    {
        Span<int> beforeLast = stackalloc int[MaxLength + 1];
        Span<int> last = stackalloc int[MaxLength + 1];
        Span<int> row = stackalloc int[MaxLength + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            last[column] = column;
        }

        for (var line = 1; line <= left.Length; line++)
        {
            if (FillRow(left, right, line, beforeLast, last, row) > limit)
            {
                return -1;
            }

            var oldest = beforeLast;
            beforeLast = last;
            last = row;
            row = oldest;
        }

        var distance = last[right.Length];
        for (var column = 0; beginning && column < right.Length; column++)
        {
            distance = Math.Min(distance, last[column]);
        }

        return distance <= limit ? distance : -1;
    }

    private static int FillRow(
        ReadOnlySpan<char> left, ReadOnlySpan<char> right, int line, Span<int> beforeLast, Span<int> last, Span<int> row)
    {
        var letter = left[line - 1];
        row[0] = line;
        var least = line;
        for (var column = 1; column <= right.Length; column++)
        {
            var cost = letter == right[column - 1] ? 0 : 1;
            var distance = Math.Min(last[column - 1] + cost, Math.Min(last[column], row[column - 1]) + 1);
            if (line > 1 && column > 1 && letter == right[column - 2] && left[line - 2] == right[column - 1])
            {
                distance = Math.Min(distance, beforeLast[column - 2] + 1);
            }

            row[column] = distance;
            least = Math.Min(least, distance);
        }

        return least;
    }

    private static void Trim(ref ReadOnlySpan<char> left, ref ReadOnlySpan<char> right)
    {
        var same = left.CommonPrefixLength(right);
        left = left[same..];
        right = right[same..];
        while (left.Length > 0 && right.Length > 0 && left[^1] == right[^1])
        {
            left = left[..^1];
            right = right[..^1];
        }
    }
}
