using Gateway.Site;
using Microsoft.Extensions.Options;

namespace Gateway.Edge;

/// <summary>The headers every answer carries, set when it starts, so that no branch below can forget them.</summary>
internal sealed class SecurityHeaders(VueSite site, IOptions<PlayerOptions> players)
{
    private const string Tls = "; upgrade-insecure-requests";

    private const string NoDevices =
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

    private static readonly Rules Json = new("default-src 'none'; frame-ancestors 'none'", NoDevices);

    private static readonly Rules Picture = new("default-src 'none'; sandbox", NoDevices);

    /// <summary>Swagger UI styles itself from script; it is documentation and shows nothing of visitors.</summary>
    private static readonly Rules Swagger = new(
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'", NoDevices);

    private readonly Rules _html = new(DescribeHtml(site, players.Value.All), DescribePermissions(players.Value.All));

    public void AddTo(HttpContext context)
    {
        var headers = context.Response.Headers;
        var rules = RulesOf(context);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = rules.Permissions;
        headers.ContentSecurityPolicy = rules.Content;
        if (context.Request.IsHttps)
        {
            headers.ContentSecurityPolicy = rules.ContentOverTls;
            headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
        }
    }

    private Rules RulesOf(HttpContext context)
    {
        var path = context.Request.Path;
        return context.Response.ContentType?.Contains("json", StringComparison.Ordinal) == true ? Json
            : IsUnder("/api") || IsUnder("/health") ? Json
            : IsUnder("/images") ? Picture
            : IsUnder("/swagger") ? Swagger
            : _html;

        bool IsUnder(string start) => path.StartsWithSegments(start, StringComparison.Ordinal);
    }

    private static string DescribeHtml(VueSite site, IReadOnlyList<string> players) => string.Join("; ",
        "default-src 'none'",
        string.Join(' ', ["script-src 'self'", .. site.InlineScripts]),
        string.Join(' ', ["style-src 'self'", .. site.InlineStyles]),
        "img-src 'self'", "font-src 'self'", "connect-src 'self'", "manifest-src 'self'",
        string.Join(' ', ["frame-src", .. players]),
        "media-src 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
        "require-trusted-types-for 'script'", "trusted-types vue");

    private static string DescribePermissions(IReadOnlyList<string> players)
    {
        var quoted = string.Join(' ', players.Select(player => $"\"{player}\""));
        return $"{NoDevices}, autoplay=(self {quoted}), fullscreen=(self {quoted}), encrypted-media=({quoted}), "
            + $"picture-in-picture=(self {quoted}), clipboard-write=(self \"{PlayerOptions.Rutube}\")";
    }

    /// <summary>What one kind of answer allows.</summary>
    private sealed record Rules(string Content, string Permissions)
    {
        public string ContentOverTls { get; } = Content + Tls;
    }
}

internal static class SecurityHeadersPipeline
{
    public static void UseSecurityHeaders(this IApplicationBuilder app)
    {
        var headers = app.ApplicationServices.GetRequiredService<SecurityHeaders>();
        app.Use((context, next) =>
        {
            context.Response.OnStarting(AddTo, context);
            return next(context);
        });

        Task AddTo(object context)
        {
            headers.AddTo((HttpContext)context);
            return Task.CompletedTask;
        }
    }
}
