namespace Scraper.Enriching.Registries;

/// <summary>The forms that ids have; what has another form is no id.</summary>
internal static class RegistryIdForms
{
    private const int MaxDigits = 12;

    /// <summary>"tt0079944"</summary>
    public static string? Imdb(string? text) =>
        text?.StartsWith("tt", StringComparison.Ordinal) == true && IsDigits(text.AsSpan(2)) ? text : null;

    /// <summary>Of Kinopoisk and TMDB.</summary>
    public static string? Number(string? text) => text is not null && IsDigits(text) && text[0] != '0' ? text : null;

    /// <summary>"Q11424"</summary>
    public static string? Wikidata(string? text) =>
        text is ['Q', not '0', ..] && IsDigits(text.AsSpan(1)) ? text : null;

    private static bool IsDigits(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= MaxDigits && !text.ContainsAnyExceptInRange('0', '9');
}
