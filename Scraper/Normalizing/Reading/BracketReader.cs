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
        var isNamed = scan.HasFreeText(whole) && (scan.KindAt(0) != TokenKind.Open || !IsDecoration(scan, whole));
        if (isNamed || scan.HasRule("episode."))
        {
            return;
        }

        foreach (var group in scan.Groups.Where(group => scan.AreFree(new Span(group.From, group.To))).Take(1))
        {
            scan.Dissolve(group);
        }
    }

    /// <summary>Outside brackets nothing stands but known words.</summary>
    private static bool IsDecoration(TitleScan scan, Span whole) => scan.Groups
        .Select((group, i) => new Span(group.End, i + 1 < scan.Groups.Count ? scan.Groups[i + 1].Open : whole.To))
        .All(gap => WholeCover.Of(scan, gap) is not null);

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

        if (Words.Decorations.StartingAt(scan, at, group.To, p => Fits(scan, group, at, p)) is { } phrase)
        {
            return TakePhrase(scan, group, at, phrase);
        }

        var end = at + 1;
        if (PieceOf(scan, group, at) is var piece && WholeCover.Of(scan, piece) is null && !IsLone(scan, piece))
        {
            return end;
        }

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

    /// <summary>
    /// A genre, a country or a bare "by" says something of its own only where it fills its piece of the bracket:
    /// "(Adventures of Sir Galahad, 1949)" is a title.
    /// </summary>
    private static bool Fits(TitleScan scan, BracketGroup group, int at, Phrase phrase) => phrase switch
    {
        { Rule: "genre" or "country" } => WholeCover.Of(scan, PieceOf(scan, group, at)) is not null,
        { Value: "author" } => PersonNames.IsName(scan, PieceOf(scan, group, at) with { From = at + phrase.Keys.Count }),
        _ => true,
    };

    private static bool IsLone(TitleScan scan, Span piece) =>
        Enumerable.Range(piece.From, piece.Length).Count(scan.IsFreeInGroup) == 1;

    /// <summary>The stretch between commas around a place.</summary>
    private static Span PieceOf(TitleScan scan, BracketGroup group, int at)
    {
        var from = at;
        while (from > group.From && scan.KindAt(from - 1) is not (TokenKind.Comma or TokenKind.Bar))
        {
            from--;
        }

        var to = at;
        while (to < group.To && scan.KindAt(to) is not (TokenKind.Comma or TokenKind.Bar))
        {
            to++;
        }

        return new Span(from, to);
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
