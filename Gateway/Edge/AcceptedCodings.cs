using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Gateway.Edge;

/// <summary>A form in which a body can be sent.</summary>
internal enum Coding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>Reads Accept-Encoding (RFC 9110 §12.5.3), at every request and so without leaving anything behind.</summary>
internal static class AcceptedCodings
{
    private const float NotNamed = -1;

    /// <summary>The coding that the client likes best; of equals the smallest. Identity when the header makes no sense.</summary>
    public static Coding Best(StringValues acceptEncoding) => acceptEncoding.Count switch
    {
        0 => Coding.Identity,
        1 => Best(acceptEncoding[0]),
        _ => Best(acceptEncoding.ToString()),
    };

    private static Coding Best(ReadOnlySpan<char> header)
    {
        var (brotli, gzip, identity, any) = (NotNamed, NotNamed, NotNamed, NotNamed);
        foreach (var range in header.Split(','))
        {
            var part = header[range];
            var end = part.IndexOf(';');
            var name = (end < 0 ? part : part[..end]).Trim();
            if (!TryReadQuality(end < 0 ? default : part[(end + 1)..], out var quality))
            {
                return Coding.Identity;
            }

            if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
            {
                brotli = quality;
            }
            else if (name.Equals("gzip", StringComparison.OrdinalIgnoreCase))
            {
                gzip = quality;
            }
            else if (name.Equals("identity", StringComparison.OrdinalIgnoreCase))
            {
                identity = quality;
            }
            else if (name is "*")
            {
                any = quality;
            }
        }

        brotli = brotli == NotNamed ? any : brotli;
        gzip = gzip == NotNamed ? any : gzip;
        var (best, liking) = brotli >= gzip ? (Coding.Brotli, brotli) : (Coding.Gzip, gzip);
        return liking > 0 && liking >= identity ? best : Coding.Identity;
    }

    private static bool TryReadQuality(ReadOnlySpan<char> parameters, out float quality)
    {
        quality = 1;
        var text = parameters.Trim();
        return text.IsEmpty
            || (text.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
                && float.TryParse(text[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out quality)
                && quality is >= 0 and <= 1);
    }
}
