using Scraper.Normalizing.Scanning;
using Scraper.Normalizing.Vocabulary;

namespace Scraper.Normalizing.Reading;

/// <summary>
/// Reads bracket groups, the last first: year, kind, quality, country, genre. The rest stays as an aside.
/// </summary>
internal static class BracketReader
{
    public static void Read(TitleScan scan)
    {
        for (var i = scan.Groups.Count - 1; i >= 0; i--)
        {
            var group = scan.Groups[i];
            if (BelongsToWord(scan, group))
            {
                scan.Dissolve(group);
                continue;
            }

            ReadContent(scan, group);
            if (IsHeadOfTitle(scan, group))
            {
                scan.Dissolve(group);
            }
        }

        KeepSomething(scan);
    }

    /// <summary>"Л(ю)бовь".</summary>
    private static bool BelongsToWord(TitleScan scan, BracketGroup group)
    {
        var gluedBefore = group.Open > 0 && IsGlued(scan, group.Open);
        var gluedAfter = group.End < scan.Tokens.Count && group.IsClosed && IsGlued(scan, group.End)
            && scan.Tokens[group.End].IsText;

        return gluedAfter && (gluedBefore || group.Open == 0)
            && !YearReader.IsYear(scan, group.From);
    }

    private static bool IsGlued(TitleScan scan, int index) =>
        scan.Tokens[index].Start == scan.Tokens[index - 1].End && scan.Tokens[index - 1].Kind is not TokenKind.Quote;

    /// <summary>
    /// "(500) дней лета": a first bracket that says nothing of its own and no border parts from the rest.
    /// </summary>
    private static bool IsHeadOfTitle(TitleScan scan, BracketGroup group) =>
        group.Open == 0
        && scan.AreFree(new Span(group.From, group.To))
        && scan.KindAt(group.From) == TokenKind.Number
        && scan.KindAt(group.End) is TokenKind.Word or TokenKind.Number;

    /// <summary>"[Rec]": when nothing stands outside brackets, the first aside is the title.</summary>
    private static void KeepSomething(TitleScan scan)
    {
        var whole = new Span(0, scan.Tokens.Count);
        if (scan.HasFreeText(whole) || scan.HasRule("episode."))
        {
            return;
        }

        foreach (var group in scan.Groups.Where(group => scan.AreFree(new Span(group.From, group.To))).Take(1))
        {
            scan.Dissolve(group);
        }
    }

    private static void ReadContent(TitleScan scan, BracketGroup group)
    {
        for (var i = group.From; i < group.To;)
        {
            i = scan.IsFree(i) ? ReadAt(scan, group, i) : i + 1;
        }
    }

    private static int ReadAt(TitleScan scan, BracketGroup group, int at)
    {
        if (YearReader.ReadInBracket(scan, at, group.To) is { } afterYear)
        {
            return afterYear;
        }

        if (MarkReader.TryTake(scan, at, group.To) is { } afterMark)
        {
            return afterMark;
        }

        if (Words.Decorations.StartingAt(scan, at, group.To, _ => true) is { } phrase)
        {
            return TakePhrase(scan, group, at, phrase);
        }

        var end = at + 1;
        if (Words.KindWords.TryGetValue(scan.KeyAt(at), out var role) && role != "modifier")
        {
            scan.Claim(KindPhrases.RuleOf(role), new Span(at, end));
        }
        else if (Words.FilmWords.GetValueOrDefault(scan.KeyAt(at)) == "head")
        {
            scan.Claim("kind.film", new Span(at, end));
        }

        return end;
    }

    private static int TakePhrase(TitleScan scan, BracketGroup group, int at, Phrase phrase)
    {
        if (phrase.Where != PhrasePlace.Cut)
        {
            PhraseClaims.Take(scan, phrase, new Span(at, at + phrase.Keys.Count));

            return at + phrase.Keys.Count;
        }

        var end = at + phrase.Keys.Count;
        while (end < group.To && scan.IsFree(end) && scan.KindAt(end) is not TokenKind.Comma
            && !YearReader.IsYear(scan, end))
        {
            end++;
        }

        PhraseClaims.TakeWithRest(scan, phrase, at, end);

        return end;
    }
}
