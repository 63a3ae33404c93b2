using System.Globalization;
using Scraper.Normalizing.Cleaning;

namespace Scraper.Normalizing.Scanning;

/// <summary>Cuts cleaned text into words, numbers and marks.</summary>
internal static class Tokenizer
{
    public static IReadOnlyList<Token> Split(string text)
    {
        var tokens = new List<Token>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var end = IsOfWord(text[i]) ? WordEnd(text, i) : i + MarkLength(text, i);
            tokens.Add(IsOfWord(text[i]) ? WordToken(text, i, end) : MarkToken(text, i, end));
            i = end;
        }

        return tokens;
    }

    /// <summary>The form in which words are compared.</summary>
    public static string KeyOf(string word) =>
        LookAlikes.Fold(word).ToLowerInvariant().Replace('ё', 'е').Replace('’', '\'');

    private static Token WordToken(string text, int start, int end)
    {
        var word = text[start..end];

        return !word.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? new Token(TokenKind.Number, start, end, word)
            : new Token(TokenKind.Word, start, end, KeyOf(word));
    }

    private static int WordEnd(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && (IsOfWord(text[end]) || Joins(text, end)))
        {
            end++;
        }

        return end;
    }

    /// <summary>Letters, digits, fractions ("8½") and marks above letters.</summary>
    private static bool IsOfWord(char c) =>
        char.IsLetterOrDigit(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.OtherNumber or UnicodeCategory.NonSpacingMark;

    /// <summary>A hyphen or apostrophe inside a word belongs to it; between two digits it is a range.</summary>
    private static bool Joins(string text, int at) =>
        text[at] is '-' or '‑' or '\'' or '’'
        && at + 1 < text.Length
        && char.IsLetterOrDigit(text[at + 1])
        && !(char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]));

    private static int MarkLength(string text, int at) =>
        at + 1 < text.Length && text[at] is '/' or ':' && at + 1 < text.Length && text[at + 1] == text[at] ? 2 : 1;

    /// <summary>"Шаг вперёд 2 : улицы": a border is not followed by small letters.</summary>
    private static bool GoesOn(string text, int at) =>
        at + 1 < text.Length && char.IsLower(text[at + 1]);

    /// <summary>"Солярис/Solaris", "Ёлки 5/The Walk", but not "V/H/S".</summary>
    private static bool PartsAlphabets(string text, int at)
    {
        var before = at - 1;
        while (before >= 0 && !char.IsLetter(text[before]))
        {
            before--;
        }

        return before >= 0 && at + 1 < text.Length && char.IsLetter(text[at + 1])
            && LookAlikes.IsCyrillic(text[before]) != LookAlikes.IsCyrillic(text[at + 1]);
    }

    private static Token MarkToken(string text, int start, int end)
    {
        var blankBefore = start == 0 || char.IsWhiteSpace(text[start - 1]);
        var blankAfter = end == text.Length || char.IsWhiteSpace(text[end]);
        var kind = text[start] switch
        {
            '|' or '¦' or '•' or '‖' or '►' or '●' => TokenKind.Bar,
            '/' or '\\' => blankBefore || blankAfter || end - start == 2 || PartsAlphabets(text, start)
                ? TokenKind.Bar : TokenKind.Mark,
            ':' => (blankBefore && !GoesOn(text, end)) || end - start == 2 ? TokenKind.Bar : TokenKind.Colon,
            '-' or '−' or '‐' or '‑' => blankBefore && blankAfter ? TokenKind.Dash : TokenKind.Mark,
            '–' or '—' or '―' => blankBefore || blankAfter ? TokenKind.Dash : TokenKind.Mark,
            ',' or ';' => TokenKind.Comma,
            '.' => TokenKind.Stop,
            '(' or '[' or '{' => TokenKind.Open,
            ')' or ']' or '}' => TokenKind.Close,
            '«' or '»' or '„' or '“' or '”' or '"' => TokenKind.Quote,
            _ => TokenKind.Mark,
        };

        return new Token(kind, start, end, text[start..end]);
    }
}
