using Scraper.Normalizing.Scanning;
using Scraper.Normalizing.Vocabulary;

namespace Scraper.Normalizing.Reading;

/// <summary>Claims a phrase and writes down what it says.</summary>
internal static class PhraseClaims
{
    public static void Take(TitleScan scan, Phrase phrase, Span span)
    {
        scan.Claim(phrase.Rule, span);
        switch (phrase.Rule)
        {
            case "quality" when phrase.Value.Length > 0:
                scan.Found.Quality ??= phrase.Value;
                break;
            case "genre":
                Findings.AddOnce(scan.Found.Genres, phrase.Value);
                break;
            case "country":
                Findings.AddOnce(scan.Found.Countries, phrase.Value);
                break;
            default:
                // "мультфильм" says both what it is and what kind of film.
                if (Words.Genres.TryGetValue(string.Join(' ', phrase.Keys), out var genre))
                {
                    Findings.AddOnce(scan.Found.Genres, genre);
                }

                break;
        }
    }

    /// <summary>
    /// Takes a phrase and all that follows it up to <paramref name="limit"/>; a director's name is kept.
    /// </summary>
    public static void TakeWithRest(TitleScan scan, Phrase phrase, int from, int limit)
    {
        var nameFrom = from + phrase.Keys.Count;
        while (nameFrom < limit && scan.KindAt(nameFrom) is TokenKind.Colon or TokenKind.Stop or TokenKind.Bar)
        {
            nameFrom++;
        }

        if (phrase.Value is "director" or "author")
        {
            ReadDirectors(scan, nameFrom, limit);
        }

        if (phrase.Rule.StartsWith("people.", StringComparison.Ordinal))
        {
            ReadYear(scan, nameFrom, limit);
        }

        scan.Claim(phrase.Rule, new Span(from, limit));
    }

    /// <summary>"реж. Вадим Абдрашитов, 1980".</summary>
    private static void ReadYear(TitleScan scan, int from, int limit)
    {
        for (var i = from; i < limit && scan.Found.Year is null; i++)
        {
            if (scan.KindAt(i - 1) == TokenKind.Comma)
            {
                YearReader.TryTakeTail(scan, new Span(0, i + 1), i);
            }
        }
    }

    /// <summary>Names up to the first token that is neither a name's nor a comma's.</summary>
    private static void ReadDirectors(TitleScan scan, int from, int limit)
    {
        var end = from;
        while (end < limit && IsOfName(scan, end))
        {
            end++;
        }

        foreach (var name in scan.Slice(new Span(from, end)).Split([',', ';']))
        {
            var trimmed = name.Trim(' ', '.');
            if (trimmed.Contains(' ') || (trimmed.Length > 3 && char.IsUpper(trimmed[0])))
            {
                Findings.AddOnce(scan.Found.Directors, trimmed);
            }
        }
    }

    private static bool IsOfName(TitleScan scan, int index) => scan.Tokens[index].Kind switch
    {
        TokenKind.Word => scan.IsFree(index) && char.IsUpper(scan.Text[scan.Tokens[index].Start])
            && !Words.Countries.ContainsKey(scan.KeyAt(index)),
        TokenKind.Stop or TokenKind.Comma => true,
        _ => scan.KeyAt(index) is "&",
    };
}
