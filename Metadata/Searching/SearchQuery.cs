using Metadata.Matching;

namespace Metadata.Searching;

/// <summary>What a visitor typed, as words to look for.</summary>
/// <param name="Key">The whole query in match normal form; empty when nothing but punctuation was typed.</param>
internal sealed record SearchQuery(string Key, IReadOnlyList<SearchWord> Words)
{
    public static SearchQuery Read(string text)
    {
        var words = TitleText.Words(text).Where(word => word != "&").ToList();
        return new SearchQuery(
            string.Join(' ', TitleText.Words(text).Select(TitleKey.OfWord)).Trim(),
            [.. words.Distinct(StringComparer.Ordinal).Select(SearchWord.Read)]);
    }
}

/// <summary>One word of a query.</summary>
/// <param name="Begin">A space and the letters a word must begin with.</param>
/// <param name="Whole">Another reading that must be a whole word, between spaces: "4" for "iv", which may also be the
/// beginning of a name. The same as <paramref name="Begin"/> when there is none.</param>
internal sealed record SearchWord(string Begin, string Whole)
{
    public static SearchWord Read(string word)
    {
        var key = TitleKey.OfWord(word);
        return new SearchWord($" {word}", key == word ? $" {word}" : $" {key} ");
    }

    /// <summary>Whether spaced words hold this one; the same rule that the databases apply.</summary>
    public bool IsIn(string spacedWords) =>
        spacedWords.Contains(Begin, StringComparison.Ordinal) || spacedWords.Contains(Whole, StringComparison.Ordinal);
}
