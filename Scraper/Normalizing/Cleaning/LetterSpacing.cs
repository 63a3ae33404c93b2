namespace Scraper.Normalizing.Cleaning;

/// <summary>Closes words that were written with a blank between their letters: "Б Р А Т".</summary>
internal static class LetterSpacing
{
    private const int ShortestWord = 4;

    public static string Close(string text)
    {
        var parts = text.Split(' ');
        if (parts.Length < ShortestWord)
        {
            return text;
        }

        var result = new List<string>(parts.Length);
        for (var i = 0; i < parts.Length;)
        {
            var end = i;
            while (end < parts.Length && parts[end].Length == 1 && char.IsUpper(parts[end][0]))
            {
                end++;
            }

            if (end - i >= ShortestWord)
            {
                result.Add(string.Concat(parts[i..end]));
                i = end;
            }
            else
            {
                result.Add(parts[i++]);
            }
        }

        return string.Join(' ', result);
    }
}
