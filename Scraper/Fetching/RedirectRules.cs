using Scraper.Sources;

namespace Scraper.Fetching;

/// <summary>Which addresses belong to a source. Hosts are compared whole: a pattern would let rutube.ru.evil.example
/// in.</summary>
internal static class RedirectRules
{
    public const int MaxHops = 5;

    /// <exception cref="SourceException">The address is not the source's.</exception>
    public static void Require(Uri url, FetchScope scope)
    {
        if (WhyForbidden(url, scope) is { } reason)
        {
            throw new SourceException(
                SourceFailure.Forbidden, $"{url} is not fetched: {reason}. Only {scope.BaseUrl} is this source's.");
        }
    }

    /// <summary>Where a redirect points.</summary>
    // On Unix the framework reads "//host/path" and "/path" as files.
    public static Uri Target(Uri from, Uri location) =>
        location.IsAbsoluteUri && location.OriginalString.Contains(':', StringComparison.Ordinal)
            ? location
            : new Uri(from, location.OriginalString);

    /// <summary>The next hop after a redirect.</summary>
    /// <exception cref="SourceException">It leads to where this source may not go.</exception>
    public static Uri Follow(Uri from, Uri location, FetchScope scope)
    {
        var next = Target(from, location);
        if (from.Scheme == Uri.UriSchemeHttps && next.Scheme == Uri.UriSchemeHttp)
        {
            throw new SourceException(
                SourceFailure.Forbidden, $"{from} redirects to the unencrypted {next}, which is not followed.");
        }

        Require(next, scope);
        return next;
    }

    private static string? WhyForbidden(Uri url, FetchScope scope)
    {
        if (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp)
        {
            return $"the scheme {url.Scheme} is neither https nor http";
        }

        if (url.UserInfo.Length > 0)
        {
            return "it carries a user name";
        }

        if (WebAddress.HostName(url) is not { } host)
        {
            return "its host has no name that could be looked up";
        }

        if (!IsSourcesHost(host, scope))
        {
            return $"the host {host} is another one";
        }

        return url.IsDefaultPort || url.Port == scope.BaseUrl.Port ? null : $"the port {url.Port} is another one";
    }

    private static bool IsSourcesHost(string host, FetchScope scope)
    {
        var own = scope.BaseUrl.IdnHost;
        return host.Equals(own, StringComparison.OrdinalIgnoreCase)
            || (scope.WithSubdomains && host.EndsWith("." + own, StringComparison.OrdinalIgnoreCase));
    }
}
