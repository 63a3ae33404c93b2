namespace Metadata.Matching;

/// <summary>A title's key as films are told apart by it: without an article at either end and without the index of a
/// first part.</summary>
internal static class FilmTitle
{
    // No "die": "Die Hard" begins with no article.
    private static readonly HashSet<string> Articles = new(StringComparer.Ordinal)
        { "the", "a", "an", "le", "la", "les", "el", "los", "las", "il", "der", "das" };

    private static readonly HashSet<string> Instalments = new(StringComparer.Ordinal)
        { "серия", "episode", "эпизод", "выпуск", "часть", "part", "pilot", "пилот", "серии", "эп", "ep" };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> InstalmentWords =
        Instalments.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string> Nameless = new(StringComparer.Ordinal)
        {
            "фильм", "film", "movie", "кино", "видео", "video", "untitled", "без названия", "полный фильм", "full movie",
        };

    public static string Of(string key)
    {
        var from = 0;
        var to = key.Length;
        var space = key.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0 && Articles.Contains(key[..space]))
        {
            from = space + 1;
        }

        space = key.LastIndexOf(' ');
        if (space > from && (key[(space + 1)..] is "1" or "the") && !IsGeneric(key[from..space]))
        {
            to = space;
        }

        return key[from..to];
    }

    /// <summary>Whether a title names no film: «Серия 1», "Pilot", «Фильм», one letter.</summary>
    public static bool IsGeneric(string title) =>
        title.Length < 2 || Nameless.Contains(title) || IsInstalment(title);

    private static bool IsInstalment(ReadOnlySpan<char> title)
    {
        var isNamed = false;
        foreach (var part in title.Split(' '))
        {
            var word = title[part];
            var isName = InstalmentWords.Contains(word);
            if (!isName && word.ContainsAnyExceptInRange('0', '9'))
            {
                return false;
            }

            isNamed |= isName;
        }

        return isNamed;
    }
}
