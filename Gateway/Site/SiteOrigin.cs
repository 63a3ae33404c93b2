using Microsoft.Extensions.Options;

namespace Gateway.Site;

/// <summary>The site's address as the world knows it, for links that must be absolute.</summary>
internal sealed class SiteOrigin(IOptions<SiteOptions> options)
{
    private readonly string? _configured = options.Value.PublicUrl?.GetLeftPart(UriPartial.Authority);

    /// <summary>"https://kino.example", without a slash: what is configured, else where the request went.</summary>
    public string Of(HttpRequest request) => _configured ?? $"{request.Scheme}://{request.Host.ToUriComponent()}";
}
