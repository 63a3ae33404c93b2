namespace Scraper.Sources;

/// <summary>Addresses that a host hands out, made fit for a page of ours.</summary>
internal static class WebAddress
{
    public const int MaxLength = 2048;

    /// <summary>The name of the host as it is looked up; null when no name of a host can be written so.</summary>
    public static string? HostName(Uri url)
    {
        try
        {
            return url.IdnHost;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    /// <summary>An address that a host hands out, whole or relative; null when it is none that a browser may open.</summary>
    /// <param name="asked">What was asked. What lies at the same host is reached as that was, all else with https.</param>
    /// <param name="relativeTo">What relative addresses belong to, where that is another address.</param>
    public static string? Resolve(string? text, Uri asked, Uri? relativeTo = null)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxLength
            || !Uri.TryCreate(relativeTo ?? asked, text.Trim(), out var url))
        {
            return null;
        }

        var isAtHost = url.Scheme == asked.Scheme && url.Authority == asked.Authority && url.UserInfo.Length == 0;
        return isAtHost && url.AbsoluteUri.Length <= MaxLength ? url.AbsoluteUri : Secure(url.AbsoluteUri);
    }

    /// <summary>The address with https; null when it is no address of a web page.</summary>
    /// <param name="text">Absolute, "//host/path", or relative to <paramref name="baseUrl"/>.</param>
    public static string? Secure(string? text, Uri? baseUrl = null)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxLength)
        {
            return null;
        }

        var trimmed = text.Trim();
        var full = trimmed.StartsWith("//", StringComparison.Ordinal) ? $"https:{trimmed}" : trimmed;
        var isRelative = full.StartsWith('/');
        if (!(isRelative && baseUrl is not null
                ? Uri.TryCreate(baseUrl, full, out var url)
                : Uri.TryCreate(full, UriKind.Absolute, out url))
            || url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0 || HostName(url) is null or "")
        {
            return null;
        }

        if (url.Scheme == Uri.UriSchemeHttp)
        {
            // A port of its own speaks no https.
            return url.IsDefaultPort ? Secure(Uri.UriSchemeHttps + url.AbsoluteUri[Uri.UriSchemeHttp.Length..]) : null;
        }

        return url.AbsoluteUri.Length <= MaxLength ? url.AbsoluteUri : null;
    }
}
