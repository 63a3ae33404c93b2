using System.Text;

namespace Scraper.Tests.Normalizing.Generated;

/// <summary>Broken titles of up to 4 KB, put together from what titles are made of and what should never be in them.</summary>
internal static class FuzzedTitles
{
    private const int Seed = 20_260_101;
    private const int LongestTitle = 4_096;
    private const int ShortTitle = 40;

    private static readonly string[] Pieces =
    [
        "Фильм", "(", ")", "[", "]", "«", "»", "\"", "2019", "1917", "1", "сезон", "серия", "#", "№", "/", "|", "-", " — ",
        ":", ".", "...", "S01E02", "06х01", "HD", "1080p", "трейлер", "полный фильм", "реж.", "смотреть онлайн", "18+",
        "02.06.2019", "из 20", "часть", "Part", "Eight", "series", "&laquo;", "&#0;", "Ð‘Ñ€", "🎬", "\u0301", "\u200B",
        "\uD83C", "\uDC00", "\0", "\n", "\t", "I", "Full", "Movie", "千と千尋", "от", "мая", "и", "Иван Петров", "г.", "%", "_",
        "aka", "КП", "рейтинг", "x264-GROUP", "в", "за", "минут", "К юбилею", ",", "{", "}", "&", "+", "'", "𝐅𝐢𝐥𝐦",
    ];

    public static IEnumerable<string> Make(int count)
    {
        var random = new Random(Seed);
        for (var i = 0; i < count; i++)
        {
            yield return Make(random);
        }
    }

    private static string Make(Random random)
    {
        var builder = new StringBuilder();
        var length = random.Next(0, random.Next(2) == 0 ? ShortTitle : LongestTitle);
        var same = random.Next(20) == 0 ? Pieces[random.Next(Pieces.Length)] : null;
        while (builder.Length < length)
        {
            builder.Append(same ?? random.Next(4) switch
            {
                0 => ((char)random.Next(0x20, 0x500)).ToString(),
                1 => ((char)random.Next(0x2000, 0x2100)).ToString(),
                _ => Pieces[random.Next(Pieces.Length)],
            });
            builder.Append(random.Next(2) == 0 ? " " : "");
        }

        return builder.Length > LongestTitle ? builder.ToString(0, LongestTitle) : builder.ToString();
    }
}
