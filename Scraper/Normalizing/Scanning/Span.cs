using System.Runtime.InteropServices;

namespace Scraper.Normalizing.Scanning;

/// <summary>Tokens from <paramref name="From"/> up to, not with, <paramref name="To"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Span(int From, int To)
{
    public int Length => To - From;

    public bool Contains(int index) => index >= From && index < To;

    /// <summary>The stretches between borders of one kind; borders inside brackets do not count.</summary>
    public static IReadOnlyList<Span> SplitAt(TokenKind border, Span whole, TitleScan scan)
    {
        var spans = new List<Span>();
        var from = whole.From;
        for (var i = whole.From; i < whole.To; i++)
        {
            if (scan.Tokens[i].Kind == border && !scan.IsInGroup(i))
            {
                Add(from, i);
                from = i + 1;
            }
        }

        Add(from, whole.To);

        return spans;

        void Add(int start, int end)
        {
            if (end > start)
            {
                spans.Add(new Span(start, end));
            }
        }
    }
}
