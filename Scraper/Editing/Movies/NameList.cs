using System.Text;

namespace Scraper.Editing.Movies;

/// <summary>Several names in one text, with semicolons between them. A semicolon within a name is written "\;", a
/// backslash "\\".</summary>
internal static class NameList
{
    private const char Separator = ';';
    private const char Escape = '\\';

    public static string Join(IEnumerable<string> names) => string.Join("; ", names.Select(name => name
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)));

    /// <summary>The names, trimmed, without empty ones.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        List<string> names = [];
        var name = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Separator)
            {
                Add(names, name);
            }
            else
            {
                var isEscaped = text[i] == Escape && i + 1 < text.Length && (text[i + 1] is Separator or Escape);
                name.Append(isEscaped ? text[++i] : text[i]);
            }
        }

        Add(names, name);
        return names;
    }

    private static void Add(List<string> names, StringBuilder name)
    {
        if (name.ToString().Trim() is { Length: > 0 } trimmed)
        {
            names.Add(trimmed);
        }

        name.Clear();
    }
}
