namespace Scraper.Normalizing.Cleaning;

/// <summary>Opens names that were files: extension off, dots and underscores back to blanks.</summary>
internal static class FileNames
{
    private static readonly string[] Extensions =
        [".mp4", ".mkv", ".avi", ".mov", ".wmv", ".flv", ".webm", ".m4v", ".mpg", ".mpeg", ".ts", ".vob"];

    public static string Open(string text)
    {
        var extension = Array.Find(Extensions, e => text.EndsWith(e, StringComparison.OrdinalIgnoreCase));
        var name = extension is null ? text : text[..^extension.Length];
        if (name.Contains(' '))
        {
            return name.Replace('_', ' ').Trim();
        }

        // A single dot is an abbreviation or an ending; two between words are a file's blanks.
        var dots = CountBetweenWords(name, '.');
        if (dots >= 2 && !IsInitials(name))
        {
            name = name.Replace('.', ' ');
        }

        // A tag that begins with # keeps its underscores: they are how it is written.
        return name.StartsWith('#') ? name : name.Replace('_', ' ').Trim();
    }

    private static int CountBetweenWords(string text, char mark)
    {
        var count = 0;
        for (var i = 1; i < text.Length - 1; i++)
        {
            if (text[i] == mark && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]))
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>"U.S.S.R." and "02.06.2019" are no file names.</summary>
    private static bool IsInitials(string text)
    {
        var parts = text.Split('.', StringSplitOptions.RemoveEmptyEntries);

        return parts.All(part => part.Length == 1) || parts.All(part => part.All(char.IsAsciiDigit));
    }
}
