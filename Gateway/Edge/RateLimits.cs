namespace Gateway.Edge;

internal static class RateLimits
{
    /// <summary>Answers 429 to a client that asks for too much. Health checks are never refused.</summary>
    public static void UseRateLimits(this IApplicationBuilder app)
    {
        var limiter = app.ApplicationServices.GetRequiredService<RateLimiter>();
        app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
            {
                return next(context);
            }

            var kind = Kind(context.Request);
            var wait = limiter.Admit(context.Connection.RemoteIpAddress, kind);
            return wait == TimeSpan.Zero ? next(context) : Refusal(kind, wait).ExecuteAsync(context);
        });
    }

    internal static RequestKind Kind(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.Ordinal) ? RequestKind.Site
        : request.Path.StartsWithSegments("/api/v1/suggestions", StringComparison.Ordinal)
            || !string.IsNullOrEmpty(request.Query["q"]) ? RequestKind.Search
        : RequestKind.Api;

    private static Problem Refusal(RequestKind kind, TimeSpan wait) => new(
        StatusCodes.Status429TooManyRequests,
        $"Too many {(kind == RequestKind.Search ? "searches" : "requests")} from your address. "
        + "Go on after the seconds named in Retry-After.")
    {
        RetryAfter = wait,
    };
}
