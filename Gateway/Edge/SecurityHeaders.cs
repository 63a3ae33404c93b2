using Gateway.Site;

namespace Gateway.Edge;

/// <summary>The headers every answer carries, set when it starts, so that no branch below can forget them.</summary>
internal sealed class SecurityHeaders(VueSite site)
{
    /// <summary>Hosts of the official players, and nothing else, may be framed.</summary>
    private static readonly string[] Players = ["https://rutube.ru", "https://archive.org"];

    private const string JsonPolicy = "default-src 'none'; frame-ancestors 'none'";
    private const string PicturePolicy = "default-src 'none'; sandbox";

    /// <summary>Swagger UI styles itself from script; it is documentation and shows nothing of visitors.</summary>
    private const string SwaggerPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string Permissions = DescribePermissions();

    private readonly string _htmlPolicy = DescribeHtml(site);

    public void AddTo(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy(context);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        if (context.Request.IsHttps)
        {
            headers.ContentSecurityPolicy = $"{Policy(context)}; upgrade-insecure-requests";
            headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
        }
    }

    private string Policy(HttpContext context)
    {
        var path = context.Request.Path;
        var type = context.Response.ContentType ?? "";
        return type.Contains("json", StringComparison.Ordinal) ? JsonPolicy
            : IsUnder("/images") ? PicturePolicy
            : IsUnder("/swagger") ? SwaggerPolicy
            : IsUnder("/api") || IsUnder("/health") ? JsonPolicy
            : _htmlPolicy;

        bool IsUnder(string start) => path.StartsWithSegments(start, StringComparison.Ordinal);
    }

    private static string DescribeHtml(VueSite site) => string.Join("; ",
        "default-src 'none'",
        string.Join(' ', ["script-src 'self'", .. site.InlineScripts]),
        string.Join(' ', ["style-src 'self'", .. site.InlineStyles]),
        "img-src 'self'", "font-src 'self'", "connect-src 'self'", "manifest-src 'self'",
        string.Join(' ', ["frame-src", .. Players]),
        "media-src 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
        "require-trusted-types-for 'script'", "trusted-types vue");

    private static string DescribePermissions()
    {
        var players = string.Join(' ', Players.Select(player => $"\"{player}\""));
        return "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), "
            + $"autoplay=(self {players}), fullscreen=(self {players}), encrypted-media=({players}), "
            + $"picture-in-picture=(self {players}), clipboard-write=(self \"{Players[0]}\")";
    }
}

internal static class SecurityHeadersPipeline
{
    public static void UseSecurityHeaders(this IApplicationBuilder app)
    {
        var headers = app.ApplicationServices.GetRequiredService<SecurityHeaders>();
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                headers.AddTo(context);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }
}
