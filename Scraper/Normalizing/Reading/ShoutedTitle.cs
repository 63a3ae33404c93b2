using Scraper.Normalizing.Scanning;

namespace Scraper.Normalizing.Reading;

/// <summary>
/// Channels of dubbed films shout the title and write the star beside it: "Bruce Campbell In DEAD NIGHT - Hollywood
/// English Movie". Read only where such a phrase was claimed, for a single shouted word may as well be part of a title.
/// </summary>
internal static class ShoutedTitle
{
    private const int LongestAbbreviation = 3;

    public static Span? Of(TitleScan scan, Span run)
    {
        if (!scan.HasRule("kind.film") || Script.Of(scan, run) != Alphabet.Latin)
        {
            return null;
        }

        return BehindIn(scan, run) ?? Shouted(scan, run);
    }

    /// <summary>"Bruce Campbell In A DEAD NIGHT".</summary>
    private static Span? BehindIn(TitleScan scan, Span run)
    {
        for (var i = run.From + 2; i < run.To - 1; i++)
        {
            if (scan.KeyAt(i) == "in" && IsStar(scan, run with { To = i }))
            {
                var title = TitleRuns.Trim(scan, run with { From = i + 1 });

                return Enumerable.Range(title.From, title.Length).Any(word => IsShouted(scan, word)) ? title : null;
            }
        }

        return null;
    }

    private static Span? Shouted(TitleScan scan, Span run)
    {
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

        // "Dragon Ball GT: A Hero's Legacy" has a name before an abbreviation, and no star.
        var isAbbreviation = shouted.Length == 1 && scan.KeyAt(shouted.From).Length <= LongestAbbreviation;
        var isBesideStar = IsStar(scan, before) || (before.Length == 0 && shouted.To == end && IsStar(scan, after));

        return shouted.Length > 0 && isBesideStar && !isAbbreviation ? shouted : null;
    }

    /// <summary>"Jason Statham", "Jason Statham &amp; Josh Harnett".</summary>
    private static bool IsStar(TitleScan scan, Span names)
    {
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
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return !isRoman;
    }
}
