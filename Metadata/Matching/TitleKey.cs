namespace Metadata.Matching;

/// <summary>The match normal form of a title: two titles with the same key are the same title.</summary>
internal static class TitleKey
{
    /// <summary>Empty when the title has neither letters nor digits; such a title matches nothing.</summary>
    public static string Of(string title) => string.Join(' ', TitleText.Words(title).Select(OfWord));

    /// <summary>The key of one folded word: Roman numbers as digits, every "and" as one.</summary>
    public static string OfWord(string word) => word switch
    {
        "&" or "and" => "и",
        _ => RomanNumerals.Values.GetValueOrDefault(word, word),
    };
}
