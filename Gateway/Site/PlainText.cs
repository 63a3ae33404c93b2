using System.Text;

namespace Gateway.Site;

/// <summary>Text of hosts and visitors as it may stand in HTML, XML and JSON: one line, without control characters,
/// which none of them can carry, and without half surrogate pairs.</summary>
internal static class PlainText
{
    private const string Ellipsis = "…";

    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (!Rune.IsControl(rune) && rune != Rune.ReplacementChar && rune.Value is not (0xFFFE or 0xFFFF))
            {
                line.Append(rune.ToString());
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>The beginning of a text, cut between words.</summary>
    public static string Beginning(string text, int length)
    {
        var line = Line(text);
        if (line.Length <= length)
        {
            return line;
        }

        var end = line.LastIndexOf(' ', length - 1);
        end = end > length / 2 ? end : length - 1;
        return string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[end - 1]) ? end - 1 : end), Ellipsis);
    }
}
