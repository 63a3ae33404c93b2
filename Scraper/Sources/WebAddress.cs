namespace Scraper.Sources;

/// <summary>Addresses that a host hands out, made fit for a page of ours.</summary>
internal static class WebAddress
{
    public const int MaxLength = 2048;

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
            || url.Scheme is not ("http" or "https") || url.Host.Length == 0 || url.UserInfo.Length > 0)
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
