using System.Globalization;

namespace Scraper.Normalizing.Reading;

/// <summary>
/// "S01E02", "с01э02", "1x05", "S02". By hand: a pattern's time limit counts the clock, so on a busy machine it would
/// fail on a title that costs nothing.
/// </summary>
internal static class EpisodeCode
{
    private const int LongestSeason = 2;
    private const int LongestEpisode = 4;

    public static (int Season, int? Episode)? Of(string key) =>
        key.Length < 3 ? null : key[0] is 's' or 'с' ? Lettered(key) : Crossed(key);

    /// <summary>"s01e02", "s1-ep2", "s01e02-e05", and "s01" with both digits.</summary>
    private static (int, int?)? Lettered(string key)
    {
        var at = 1;
        if (Digits(key, ref at, LongestSeason) is not { } season)
        {
            return null;
        }

        if (at == key.Length)
        {
            return at == 3 ? (season, null) : null;
        }

        at += key[at] is '-' ? 1 : 0;
        if (at == key.Length || key[at] is not ('e' or 'е' or 'э'))
        {
            return null;
        }

        at++;
        at += at < key.Length && key[at] == 'p' ? 1 : 0;

        return Digits(key, ref at, LongestEpisode) is { } episode && IsRangeEnd(key, at) ? (season, episode) : null;
    }

    /// <summary>"1x05", "06х01".</summary>
    private static (int, int?)? Crossed(string key)
    {
        var at = 0;
        if (Digits(key, ref at, LongestSeason) is not { } season || at >= key.Length || key[at] is not ('x' or 'х'))
        {
            return null;
        }

        var from = ++at;

        return Digits(key, ref at, 3) is { } episode && at == key.Length && at - from >= 2 ? (season, episode) : null;
    }

    private static bool IsRangeEnd(string key, int at)
    {
        if (at == key.Length)
        {
            return true;
        }

        at += key[at] == '-' ? 1 : 0;
        at += at < key.Length && key[at] is 'e' or 'е' or 'э' ? 1 : 0;

        return Digits(key, ref at, LongestEpisode) is not null && at == key.Length;
    }

    private static int? Digits(string key, ref int at, int longest)
    {
        var from = at;
        while (at < key.Length && char.IsAsciiDigit(key[at]))
        {
            at++;
        }

        return at - from is > 0 and var length && length <= longest
            ? int.Parse(key.AsSpan(from, length), NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
    }
}
