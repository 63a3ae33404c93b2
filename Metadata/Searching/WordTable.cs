using System.Numerics;
using System.Runtime.InteropServices;

namespace Metadata.Searching;

/// <summary>Distinct words with dense numbers in the order of their arrival, in one block of characters.</summary>
internal sealed class WordTable
{
    private const int Empty = -1;

    private char[] _text = new char[1024];
    private int[] _starts = new int[128];
    private ulong[] _letters = new ulong[128];
    private int[] _slots = EmptySlots(256);

    public int Count { get; private set; }

    public ReadOnlySpan<char> Text(int word) => _text.AsSpan(_starts[word].._starts[word + 1]);

    /// <summary>The number of a word, or -1.</summary>
    public int Find(ReadOnlySpan<char> text) => _slots[SlotOf(text)];

    /// <summary>The number of a word, which is entered if it is new.</summary>
    public int Add(ReadOnlySpan<char> text)
    {
        var slot = SlotOf(text);
        if (_slots[slot] != Empty)
        {
            return _slots[slot];
        }

        var word = Count++;
        Append(word, text);
        _slots[slot] = word;
        if (Count * 4 > _slots.Length * 3)
        {
            Rehash();
        }

        return word;
    }

    /// <summary>The words that can be made of <paramref name="text"/> by at most <paramref name="limit"/> changes
    /// of a letter.</summary>
    public void Similar(ReadOnlySpan<char> text, int limit, List<SimilarWord> into)
    {
        var wanted = LetterSet.Of(text);
        var letters = _letters.AsSpan(0, Count);
        for (var word = 0; word < letters.Length; word++)
        {
            // A change adds at most one letter to the set and takes at most one away: few words are left to compare.
            var present = letters[word];
            if (BitOperations.PopCount(wanted & ~present) <= limit && BitOperations.PopCount(present & ~wanted) <= limit
                && EditDistance.Within(text, Text(word), limit) is var distance and >= 0)
            {
                into.Add(new SimilarWord(word, distance));
            }
        }
    }

    /// <summary>The longer words that begin with what can be made of <paramref name="text"/>.</summary>
    public void SimilarBeginnings(ReadOnlySpan<char> text, int limit, List<SimilarWord> into)
    {
        var wanted = LetterSet.Of(text);
        var letters = _letters.AsSpan(0, Count);
        for (var word = 0; word < letters.Length; word++)
        {
            if (BitOperations.PopCount(wanted & ~letters[word]) <= limit
                && EditDistance.OfBeginning(text, Text(word), limit) is var distance and >= 0)
            {
                into.Add(new SimilarWord(word, distance));
            }
        }
    }

    private int SlotOf(ReadOnlySpan<char> text)
    {
        var slot = string.GetHashCode(text, StringComparison.Ordinal) & (_slots.Length - 1);
        while (_slots[slot] is var word and not Empty && !Text(word).SequenceEqual(text))
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }

    private void Append(int word, ReadOnlySpan<char> text)
    {
        if (word + 2 > _starts.Length)
        {
            Array.Resize(ref _starts, _starts.Length * 3 / 2);
            Array.Resize(ref _letters, _starts.Length);
        }

        var start = _starts[word];
        if (start + text.Length > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 3 / 2, start + text.Length));
        }

        text.CopyTo(_text.AsSpan(start));
        _starts[word + 1] = start + text.Length;
        _letters[word] = LetterSet.Of(text);
    }

    private void Rehash()
    {
        _slots = EmptySlots(_slots.Length * 2);
        for (var word = 0; word < Count; word++)
        {
            _slots[SlotOf(Text(word))] = word;
        }
    }

    private static int[] EmptySlots(int count)
    {
        var slots = new int[count];
        Array.Fill(slots, Empty);
        return slots;
    }
}

/// <param name="Distance">How many letters were changed.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SimilarWord(int Word, int Distance);
