using System.Reflection;

namespace Scraper.Fetching;

/// <summary>Says who we are with every request.</summary>
internal sealed class FetchHeaders(NetworkOptions options, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>The name under which a robots.txt speaks to us.</summary>
    public const string ProductToken = "OnlineCinema";

    private readonly string _userAgent = UserAgent(options.ContactUrl);

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        return base.SendAsync(request, cancellationToken);
    }

    private static string UserAgent(Uri? contact)
    {
        var version = Assembly.GetExecutingAssembly().GetName().Version!.ToString(2);
        return contact is null
            ? $"{ProductToken}/{version} (film catalogue)"
            : $"{ProductToken}/{version} (film catalogue; +{contact})";
    }
}
