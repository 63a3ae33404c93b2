using System.Numerics;
using System.Runtime.InteropServices;

namespace Metadata.Indexing;

/// <summary>A set of small ids, one bit each. Grows as ids are added; the other sets of an operation may be shorter or
/// longer, and what lies past a set's end is not in it.</summary>
internal class Bitmap
{
    /// <summary>Ids per word.</summary>
    public const int WordBits = 64;

    private ulong[] _words;
    private int _length;

    public Bitmap()
        : this([], 0)
    {
    }

    /// <param name="words">More than it needs, all zero.</param>
    /// <param name="length">How many of them are in use.</param>
    protected Bitmap(ulong[] words, int length) => (_words, _length) = (words, length);

    public ReadOnlySpan<ulong> Words => _words.AsSpan(0, _length);

    /// <summary>The words to be changed in place.</summary>
    public Span<ulong> OwnWords => _words.AsSpan(0, _length);

    public static int WordsFor(int capacity) => (capacity + WordBits - 1) / WordBits;

    public bool Contains(int id) => (uint)(id >> 6) < (uint)_length && ((_words[id >> 6] >> id) & 1) != 0;

    /// <returns>Whether it was not there before.</returns>
    public bool Add(int id)
    {
        Grow((id >> 6) + 1);
        var before = _words[id >> 6];
        _words[id >> 6] = before | (1UL << id);
        return _words[id >> 6] != before;
    }

    public void Remove(int id)
    {
        if (id >> 6 < _length)
        {
            _words[id >> 6] &= ~(1UL << id);
        }
    }

    public void Set(int id, bool contained)
    {
        if (contained)
        {
            Add(id);
        }
        else
        {
            Remove(id);
        }
    }

    public void Clear() => OwnWords.Clear();

    public void And(Bitmap other)
    {
        var common = Combine<AndOperation>(other);
        _words.AsSpan(common, _length - common).Clear();
    }

    public void AndNot(Bitmap other) => Combine<AndNotOperation>(other);

    public void Or(Bitmap other)
    {
        Grow(other._length);
        Combine<OrOperation>(other);
    }

    public int Count()
    {
        var count = 0;
        foreach (var word in Words)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>How many ids both sets hold.</summary>
    public int CountCommon(Bitmap other)
    {
        var common = Math.Min(_length, other._length);
        var mine = _words.AsSpan(0, common);
        var theirs = other._words.AsSpan(0, common);
        var count = 0;
        for (var word = 0; word < mine.Length; word++)
        {
            count += BitOperations.PopCount(mine[word] & theirs[word]);
        }

        return count;
    }

    /// <summary>How many of <paramref name="ids"/> the set holds. Without a branch, since no processor can guess it.</summary>
    public int CountOf(ReadOnlySpan<int> ids)
    {
        var words = Words;
        var count = 0UL;
        foreach (var id in ids)
        {
            var word = id >> 6;
            count += word < words.Length ? (words[word] >> id) & 1 : 0;
        }

        return (int)count;
    }

    /// <summary>Reads ids, rising.</summary>
    /// <param name="after">Only ids above this one.</param>
    /// <param name="skip">How many of them to leave out first.</param>
    /// <returns>How many were read.</returns>
    public int Read(int after, long skip, Span<int> into)
    {
        var read = 0;
        for (var word = (after + 1) / WordBits; word < _length && read < into.Length; word++)
        {
            var rest = word == (after + 1) / WordBits ? _words[word] & (ulong.MaxValue << (after + 1)) : _words[word];
            var count = BitOperations.PopCount(rest);
            if (count <= skip)
            {
                skip -= count;
                continue;
            }

            for (; rest != 0 && read < into.Length; rest &= rest - 1)
            {
                if (skip-- <= 0)
                {
                    into[read++] = (word * WordBits) + BitOperations.TrailingZeroCount(rest);
                }
            }
        }

        return read;
    }

    public BitmapIds GetEnumerator() => new(Words);

    /// <summary>Makes room.</summary>
    protected virtual ulong[] Enlarge(ulong[] words, int length)
    {
        Array.Resize(ref words, Math.Max(length, words.Length + (words.Length / 4)));
        return words;
    }

    private int Combine<TOperation>(Bitmap other)
        where TOperation : struct, IWordOperation
    {
        var common = Math.Min(_length, other._length);
        var mine = MemoryMarshal.Cast<ulong, Vector<ulong>>(_words.AsSpan(0, common));
        var theirs = MemoryMarshal.Cast<ulong, Vector<ulong>>(other._words.AsSpan(0, common));
        for (var lane = 0; lane < mine.Length; lane++)
        {
            mine[lane] = TOperation.Apply(mine[lane], theirs[lane]);
        }

        for (var word = mine.Length * Vector<ulong>.Count; word < common; word++)
        {
            _words[word] = TOperation.Apply(new Vector<ulong>(_words[word]), new Vector<ulong>(other._words[word]))[0];
        }

        return common;
    }

    private void Grow(int length)
    {
        if (length > _length)
        {
            _words = length > _words.Length ? Enlarge(_words, length) : _words;
            _words.AsSpan(_length, length - _length).Clear();
            _length = length;
        }
    }
}
