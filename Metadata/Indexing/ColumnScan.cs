using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Metadata.Indexing;

/// <summary>Compares a whole column with bounds, many films at a time. Measured at a million films: six times as fast as
/// taking half of them from a sorted permutation, and as fast as taking a tenth.</summary>
internal static class ColumnScan
{
    /// <summary>Keeps of a set the ids whose value lies within both bounds.</summary>
    /// <param name="ids">The set; the column has a value for every id it can hold.</param>
    /// <param name="values">By id.</param>
    public static void Keep<T>(Span<ulong> ids, ReadOnlySpan<T> values, T from, T to)
        where T : unmanaged, INumber<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Length, ids.Length * Bitmap.WordBits);
        var (lowest, highest) = (Vector256.Create(from), Vector256.Create(to));
        ref var first = ref MemoryMarshal.GetReference(values);
        for (var word = 0; word < ids.Length; word++)
        {
            if (ids[word] == 0)
            {
                continue;
            }

            var inside = 0UL;
            for (var bit = 0; bit < Bitmap.WordBits; bit += Vector256<T>.Count)
            {
                var lane = Vector256.LoadUnsafe(ref first, (nuint)((word * Bitmap.WordBits) + bit));
                var within = Vector256.GreaterThanOrEqual(lane, lowest) & Vector256.LessThanOrEqual(lane, highest);
                inside |= (ulong)within.ExtractMostSignificantBits() << bit;
            }

            ids[word] &= inside;
        }
    }
}
