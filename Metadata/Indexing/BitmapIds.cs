using System.Numerics;

namespace Metadata.Indexing;

/// <summary>The ids of a set, rising.</summary>
internal ref struct BitmapIds(ReadOnlySpan<ulong> words)
{
    private readonly ReadOnlySpan<ulong> _words = words;
    private int _word = -1;
    private ulong _rest;

    public int Current { get; private set; }

    public bool MoveNext()
    {
        while (_rest == 0)
        {
            if (++_word >= _words.Length)
            {
                return false;
            }

            _rest = _words[_word];
        }

        Current = (_word * Bitmap.WordBits) + BitOperations.TrailingZeroCount(_rest);
        _rest &= _rest - 1;
        return true;
    }
}
