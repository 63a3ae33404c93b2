namespace Metadata.Searching;

/// <summary>Words that people add to a title when they look for a film to watch.</summary>
internal static class NoiseWords
{
    private const int ShortestBeginning = 3;

    private static readonly HashSet<string> Any = new(
        ("смотреть смотри смотрим посмотреть онлайн бесплатно фильм фильма фильмы кино кинофильм мультфильм мультик " +
            "полный полная полностью целиком версия hd fullhd full uhd 4k 720p 1080p 2160p качестве качество хорошем " +
            "отличном высоком регистрации смс рекламы русском русская русский языке озвучка озвучке озвучкой перевод " +
            "переводом дубляж дублированный субтитрами скачать торрент трейлер год года рутуб rutube ютуб youtube вк " +
            "премьера новинка лучшее советский smotret onlajn onlayn onlain besplatno film kino polnyj polnyy polniy " +
            "watch online free movie download torrent").Split(' '),
        StringComparer.Ordinal);

    // Noise only in company: "в хорошем качестве".
    private static readonly HashSet<string> Links = new(["в", "без", "на", "с", "и", "v", "bez", "na"], StringComparer.Ordinal);

    /// <summary>The words without the noise; all of them when nothing else is there.</summary>
    /// <param name="words">What was typed; the last word may be unfinished.</param>
    public static IReadOnlyList<string> Strip(IReadOnlyList<string> words)
    {
        var kept = new List<string>(words.Count);
        for (var index = 0; index < words.Count; index++)
        {
            var isNoise = IsNoise(words, index)
                || (Links.Contains(words[index]) && index + 1 < words.Count && IsNoise(words, index + 1));
            if (!isNoise)
            {
                kept.Add(words[index]);
            }
        }

        return kept.Count == 0 ? words : kept;
    }

    private static bool IsNoise(IReadOnlyList<string> words, int index) =>
        Any.Contains(words[index])
        || (index > 0 && index == words.Count - 1 && words[index].Length >= ShortestBeginning
            && Any.Any(noise => noise.StartsWith(words[index], StringComparison.Ordinal)));
}
