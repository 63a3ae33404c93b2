namespace Scraper.Normalizing.Scanning;

/// <summary>A piece of a title.</summary>
/// <param name="Start">Where it begins in the cleaned text.</param>
/// <param name="End">First place after it.</param>
/// <param name="Key">Lower case, ё as е, look-alike letters folded: what vocabularies are compared with.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string Key)
{
    public bool IsText => Kind is TokenKind.Word or TokenKind.Number;
}

internal enum TokenKind
{
    Word,
    Number,

    /// <summary>A hard border: | // :: • a slash or colon with a blank before it.</summary>
    Bar,

    /// <summary>A dash with blanks around it.</summary>
    Dash,
    Colon,
    Comma,
    Stop,
    Open,
    Close,
    Quote,

    /// <summary>Any other mark: ! ? # № + &amp; …</summary>
    Mark,
}
