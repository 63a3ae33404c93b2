using System.Numerics;

namespace Metadata.Indexing;

/// <summary>Counts for every id how many of the sets added hold it: a binary number per id, with all its digits of one
/// weight in one bitmap.</summary>
/// <param name="capacity">Ids are below this number.</param>
/// <param name="most">How many sets will be added at most.</param>
internal sealed class BitCounter(int capacity, int most) : IDisposable
{
    private readonly RentedBitmap[] _digits =
        [.. Enumerable.Range(0, BitOperations.Log2((uint)most) + 1).Select(_ => RentedBitmap.Rent(capacity))];

    /// <param name="ids">What it holds afterwards is of no use.</param>
    public void Add(Bitmap ids)
    {
        var carry = ids.OwnWords;
        foreach (var digit in _digits)
        {
            var words = digit.OwnWords;
            for (var word = 0; word < carry.Length; word++)
            {
                (words[word], carry[word]) = (words[word] ^ carry[word], words[word] & carry[word]);
            }
        }
    }

    /// <summary>The ids that so many sets hold, one or more; a borrowed set to be disposed of.</summary>
    public RentedBitmap With(int count)
    {
        var ids = RentedBitmap.Rent(capacity);
        foreach (var digit in _digits)
        {
            ids.Or(digit);
        }

        for (var place = 0; place < _digits.Length; place++)
        {
            if (((count >> place) & 1) != 0)
            {
                ids.And(_digits[place]);
            }
            else
            {
                ids.AndNot(_digits[place]);
            }
        }

        return ids;
    }

    public void Dispose() => Array.ForEach(_digits, digit => digit.Dispose());
}
