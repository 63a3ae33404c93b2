namespace Scraper.Sources.Sites.Filters;

/// <summary>Treats every kind of white space as a blank.</summary>
internal static class Blanks
{
    /// <summary>Runs of white space become one blank, at the ends none.</summary>
    public static string Collapse(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
