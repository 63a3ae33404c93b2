using Scraper.Normalizing.Scanning;
using Scraper.Normalizing.Vocabulary;

namespace Scraper.Normalizing.Reading;

/// <summary>"Русский трейлер (Дубляж, 2026)" behind a title, "Трейлер нового сезона шоу «…»" before one.</summary>
internal static class TrailerReader
{
    public static void Read(TitleScan scan)
    {
        for (var i = 0; i < scan.Tokens.Count; i++)
        {
            if (scan.IsFree(i) && IsHead(scan, i))
            {
                Take(scan, i);
            }
        }
    }

    private static bool IsHead(TitleScan scan, int at) => Words.TrailerWords.GetValueOrDefault(scan.KeyAt(at)) switch
    {
        "head" => !Words.TrailerGuards.Contains(scan.KeyAt(at + 1)),
        "weak" => IsModifier(scan, at - 1) || scan.KindAt(at - 1) is TokenKind.Dash or TokenKind.Bar or TokenKind.Comma,
        _ => false,
    };

    private static void Take(TitleScan scan, int head)
    {
        var segment = scan.Segments.FirstOrDefault(span => span.Contains(head), new Span(head, head + 1));
        if (scan.IsInGroup(head))
        {
            var group = scan.Groups.First(group => head > group.Open && head < group.End);
            scan.Claim("trailer", new Span(group.From, group.To));

            return;
        }

        var from = head;
        while (from > segment.From && IsModifier(scan, from - 1))
        {
            from--;
        }

        var isBehindTitle = scan.HasFreeText(new Span(0, from));
        if (isBehindTitle)
        {
            TakeYear(scan, new Span(head + 1, segment.To));
            scan.Claim("trailer", new Span(from, segment.To));

            return;
        }

        // "Trailer Horn" is a name; "Трейлер фильма …" and "Trailer: …" are not.
        var isName = char.IsAsciiLetter(scan.KeyAt(head)[0]) && scan.KindAt(head + 1) == TokenKind.Word
            && !IsBridge(scan, head + 1);
        if (isName)
        {
            return;
        }

        scan.Claim("trailer", new Span(from, BridgeEnd(scan, head + 1, segment.To)));
    }

    /// <summary>"Русский трейлер 2025".</summary>
    private static void TakeYear(TitleScan scan, Span rest)
    {
        for (var i = rest.From; i < rest.To && scan.Found.Year is null; i++)
        {
            if (!scan.IsInGroup(i))
            {
                YearReader.TryTakeTail(scan, rest, i);
            }
        }
    }

    private static int BridgeEnd(TitleScan scan, int at, int limit)
    {
        while (at < limit && (!scan.IsFree(at) || IsBridge(scan, at)))
        {
            at++;
        }

        return at;
    }

    private static bool IsBridge(TitleScan scan, int at) =>
        Words.TrailerWords.GetValueOrDefault(scan.KeyAt(at)) is "bridge" or "modifier"
        || (scan.KeyAt(at) == "#" && scan.KindAt(at + 1) == TokenKind.Number)
        || (scan.KeyAt(at - 1) == "#" && scan.KindAt(at) == TokenKind.Number);

    private static bool IsModifier(TitleScan scan, int at) =>
        at >= 0 && scan.IsFreeText(at) && Words.TrailerWords.GetValueOrDefault(scan.KeyAt(at)) is "modifier" or "head";
}
