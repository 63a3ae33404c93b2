using System.Buffers;
using System.Globalization;
using System.Text;

namespace Scraper.Fetching.Robots;

/// <summary>Writes paths in the one way in which RFC 9309 compares them: octets that need no escape stand for themselves,
/// all others are escaped in capitals.</summary>
internal static class RobotsPath
{
    private static readonly SearchValues<char> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    // Those that a path and query may hold as they are, without the two that have a meaning in rules.
    private static readonly SearchValues<char> Reserved = SearchValues.Create(":/?#[]@!&'()+,;=");

    /// <summary>A path and query as asked for. "*" and "$" are letters here, so they are escaped.</summary>
    public static string OfUrl(Uri url) => Normalize(Octets(url.PathAndQuery), isPattern: false);

    /// <summary>The path of a rule, where "*" and a "$" at the end have their meaning.</summary>
    /// <param name="path">Octets as characters.</param>
    public static string OfRule(string path) => Normalize(path, isPattern: true);

    private static string Octets(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    private static string Normalize(string octets, bool isPattern)
    {
        var result = new StringBuilder(octets.Length);
        for (var index = 0; index < octets.Length; index++)
        {
            var octet = octets[index];
            if (octet == '%' && TryUnescape(octets, index, out var escaped))
            {
                Append(result, escaped, keep: Unreserved.Contains(escaped));
                index += 2;
                continue;
            }

            var hasMeaning = isPattern && (octet == '*' || (octet == '$' && index == octets.Length - 1));
            Append(result, octet, keep: hasMeaning || Unreserved.Contains(octet) || Reserved.Contains(octet));
        }

        return result.ToString();
    }

    private static bool TryUnescape(string octets, int index, out char octet)
    {
        octet = default;
        if (index + 2 >= octets.Length
            || !byte.TryParse(octets.AsSpan(index + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        octet = (char)value;
        return true;
    }

    private static void Append(StringBuilder result, char octet, bool keep)
    {
        if (keep)
        {
            result.Append(octet);
        }
        else
        {
            result.Append(CultureInfo.InvariantCulture, $"%{(int)octet:X2}");
        }
    }
}
