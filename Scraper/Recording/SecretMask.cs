using System.Text;

namespace Scraper.Recording;

/// <summary>Takes keys and tokens out of what is kept. The operator's access to a host is in no file but his settings.</summary>
internal static class SecretMask
{
    private const string Mask = "***";

    // A shorter value stands in every text by chance.
    private const int LeastTelling = 8;

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "access_token", "accessToken", "refresh_token", "token", "auth", "auth_token", "authorization",
        "key", "apikey", "api_key", "api-key", "x-api-key", "client_secret", "secret", "password", "pass", "sig", "signature",
    };

    /// <summary>The address with the values of telling parameters masked.</summary>
    public static string Of(Uri url)
    {
        var text = url.OriginalString;
        var start = text.IndexOf('?', StringComparison.Ordinal) + 1;
        if (start == 0)
        {
            return text;
        }

        var end = text.IndexOf('#', start) is >= 0 and var fragment ? fragment : text.Length;
        var pairs = text[start..end].Split('&').Select(pair => NameOf(pair) is { } name ? $"{name}={Mask}" : pair);
        return $"{text[..start]}{string.Join('&', pairs)}{text[end..]}";
    }

    /// <summary>Whether a body repeats a secret of the address it came from.</summary>
    public static bool IsIn(Uri url, ReadOnlySpan<byte> body)
    {
        foreach (var pair in url.Query.TrimStart('?').Split('&'))
        {
            if (NameOf(pair) is not { } name)
            {
                continue;
            }

            var sent = pair[(name.Length + 1)..];
            var meant = Uri.UnescapeDataString(sent);
            if ((sent.Length >= LeastTelling && body.IndexOf(Encoding.UTF8.GetBytes(sent)) >= 0)
                || (meant.Length >= LeastTelling && body.IndexOf(Encoding.UTF8.GetBytes(meant)) >= 0))
            {
                return true;
            }
        }

        return false;
    }

    // The parameter's name when its value is a secret.
    private static string? NameOf(string pair)
    {
        var name = pair.Split('=', 2)[0];
        return name.Length < pair.Length && Names.Contains(Uri.UnescapeDataString(name)) ? name : null;
    }
}
