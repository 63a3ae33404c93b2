using System.Runtime.InteropServices;

namespace Metadata.Searching;

/// <summary>The words of the catalogue that one typed word may stand for, each at its cost.</summary>
internal sealed class QueryTerm
{
    private readonly int[] _words;
    private readonly int[] _costs;
    private readonly string? _beginning;
    private readonly WordRange _range;

    /// <param name="text">What was typed.</param>
    /// <param name="words">The words it stands for; the cheapest counts when one is there twice.</param>
    /// <param name="range">The words that begin so, when what was typed may be unfinished.</param>
    public QueryTerm(string text, IEnumerable<TermWord> words, WordRange? range = null)
    {
        var sorted = words.OrderBy(word => word.Word).ThenBy(word => word.Cost).DistinctBy(word => word.Word).ToList();
        _words = [.. sorted.Select(word => word.Word)];
        _costs = [.. sorted.Select(word => word.Cost)];
        Text = text;
        _beginning = range is { Count: > 0 } ? text : null;
        _range = range ?? default;
    }

    public string Text { get; }

    /// <summary>Whether it was written together with the word before and must stand behind it.</summary>
    public bool FollowsPrevious { get; init; }

    /// <summary>The words it may stand for; some may come twice.</summary>
    public IEnumerable<TermWord> All()
    {
        for (var place = 0; place < _words.Length; place++)
        {
            yield return new TermWord(_words[place], _costs[place]);
        }

        for (var place = 0; place < _range.Main.Length; place++)
        {
            yield return new TermWord(_range.Main.Span[place], TermCost.UnfinishedFlag);
        }

        for (var place = 0; place < _range.Latest.Length; place++)
        {
            yield return new TermWord(_range.Latest.Span[place], TermCost.UnfinishedFlag);
        }
    }

    /// <summary>The cost of a word of a film, or -1 when this is another word.</summary>
    public int CostOf(int word, WordTable table)
    {
        var place = _words.Length == 1 ? (_words[0] == word ? 0 : -1) : Array.BinarySearch(_words, word);
        if (place >= 0)
        {
            return _costs[place];
        }

        return _beginning is not null && table.Text(word).StartsWith(_beginning) ? TermCost.UnfinishedFlag : -1;
    }

    /// <summary>How many places in the index must be read to find its films.</summary>
    public long Size(Postings postings)
    {
        var size = 0L;
        foreach (var word in All())
        {
            size += postings.Count(word.Word);
        }

        return size;
    }
}

/// <summary>A word of the catalogue and what it costs to take it for the typed one.</summary>
/// <param name="Cost">With <see cref="TermCost.UnfinishedFlag"/> when the word is longer than what was typed.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TermWord(int Word, int Cost);
