using System.Reflection;

namespace Scraper.Fetching;

/// <summary>Says who we are with every request.</summary>
internal sealed class FetchHeaders(NetworkOptions options, HttpMessageHandler inner) : DelegatingHandler(inner)
{
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
            ? $"OnlineCinema/{version} (film catalogue)"
            : $"OnlineCinema/{version} (film catalogue; +{contact})";
    }
}
