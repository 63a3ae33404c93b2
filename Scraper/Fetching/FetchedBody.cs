using System.Net;

namespace Scraper.Fetching;

/// <summary>An answer, read to its end.</summary>
/// <param name="Url">Where it came from, after redirects.</param>
/// <param name="ContentType">Media type as sent, without parameters.</param>
/// <param name="Location">Where a redirect points, as sent.</param>
/// <param name="RetryAfter">How long the host asks to be left alone; null when it does not say.</param>
/// <param name="Charset">The encoding that the Content-Type names; null when it names none.</param>
internal sealed record FetchedBody(
    Uri Url, HttpStatusCode Status, string? ContentType, byte[] Body, Uri? Location = null, TimeSpan? RetryAfter = null,
    string? Charset = null)
{
    public bool IsRedirect => Location is not null && Status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found
        or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    /// <summary>Whether it is markup, whatever it says it is.</summary>
    public bool IsPage => ContentType is "text/html" or "application/xhtml+xml"
        || Body.AsSpan().TrimStart("\uFEFF \t\r\n"u8).StartsWith("<"u8);
}
