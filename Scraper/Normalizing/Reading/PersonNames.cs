using Scraper.Normalizing.Scanning;

namespace Scraper.Normalizing.Reading;

/// <summary>Two or three capitalised words with nothing between them look like a person's name.</summary>
internal static class PersonNames
{
    public static bool IsName(TitleScan scan, Span span)
    {
        var trimmed = TitleRuns.Trim(scan, span);
        if (trimmed.Length is < 2 or > 3)
        {
            return false;
        }

        for (var i = trimmed.From; i < trimmed.To; i++)
        {
            if (!IsCapitalized(scan, i))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"Александр Шепс, Олег Шепс".</summary>
    public static bool IsList(TitleScan scan, Span span)
    {
        var names = Span.SplitAt(TokenKind.Comma, span, scan);

        return names.Count >= 2 && names.All(name => IsName(scan, name));
    }

    private static bool IsCapitalized(TitleScan scan, int index)
    {
        var token = scan.Tokens[index];

        return token.Kind == TokenKind.Word && token.End - token.Start >= 2
            && char.IsUpper(scan.Text[token.Start]) && char.IsLower(scan.Text[token.End - 1]);
    }
}
