namespace Scraper.Normalizing.Cleaning;

/// <summary>"Skjegg AKA Rox Beard": what stands behind is a second title, as behind a bar.</summary>
internal static class AlsoKnown
{
    private static readonly string[] Forms = [" aka ", " a.k.a. ", " a.k.a ", " also known as "];

    public static string Part(string text)
    {
        foreach (var form in Forms)
        {
            var at = text.IndexOf(form, StringComparison.OrdinalIgnoreCase);
            if (at > 0)
            {
                return string.Concat(text.AsSpan(0, at), " / ", text.AsSpan(at + form.Length));
            }
        }

        return text;
    }
}
