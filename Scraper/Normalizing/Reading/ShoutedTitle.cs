using Scraper.Normalizing.Scanning;

namespace Scraper.Normalizing.Reading;

/// <summary>
/// Channels of dubbed films shout the title and write the star beside it: "Bruce Campbell In DEAD NIGHT - Hollywood
/// English Movie". Read only where such a phrase was claimed, for a single shouted word may as well be part of a title.
/// </summary>
internal static class ShoutedTitle
{
    public static Span? Of(TitleScan scan, Span run)
    {
        if (!scan.HasRule("kind.film") || Script.Of(scan, run) != Alphabet.Latin)
        {
            return null;
        }

        var from = run.From;
        while (from < run.To && !IsShouted(scan, from))
        {
            from++;
        }

        var end = from;
        while (end < run.To && (IsShouted(scan, end) || scan.KindAt(end) is not TokenKind.Word))
        {
            end++;
        }

        var shouted = TitleRuns.Trim(scan, new Span(from, end));
        var before = new Span(run.From, from);
        var after = new Span(end, run.To);

        var isBesideStar = IsStar(scan, before) || (before.Length == 0 && shouted.To == end && IsStar(scan, after));

        return shouted.Length > 0 && isBesideStar ? shouted : null;
    }

    /// <summary>"Jason Statham In", "Jason Statham &amp; Josh Harnett", "Vijay Thalapathy".</summary>
    private static bool IsStar(TitleScan scan, Span span)
    {
        var isLinked = span.Length > 0 && scan.KeyAt(span.To - 1) is "in";
        var names = isLinked ? span with { To = span.To - 1 } : span;
        for (var i = names.From; i < names.To; i++)
        {
            if (scan.KeyAt(i) == "&")
            {
                return PersonNames.IsName(scan, names with { To = i })
                    && PersonNames.IsName(scan, names with { From = i + 1 });
            }
        }

        return names.Length == 2 && PersonNames.IsName(scan, names);
    }

    private static bool IsShouted(TitleScan scan, int index)
    {
        var token = scan.Tokens[index];
        var word = scan.Text.AsSpan(token.Start, token.End - token.Start);
        if (token.Kind != TokenKind.Word || word.Length < 2)
        {
            return false;
        }

        var isRoman = word.TrimStart("IVX").IsEmpty;
        foreach (var c in word)
        {
            if (!char.IsUpper(c))
            {
                return false;
            }
        }

        return !isRoman;
    }
}
