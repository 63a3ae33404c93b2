namespace Gateway.Edge;

/// <summary>One address per thing: a trailing slash and capitals in the API are redirected, look-alikes do not exist.
/// So no page can be stored twice, and what the Gateway checks is what its routes see.</summary>
internal static class CanonicalPaths
{
    private static readonly Problem Nothing = new(StatusCodes.Status404NotFound, "There is nothing at this address.");

    private static readonly string[] LookAlikes = ["//", "\\", "%", ";", "\0"];

    public static void UseCanonicalPaths(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var path = context.Request.Path.Value ?? "/";
        if (LookAlikes.Any(part => path.Contains(part, StringComparison.Ordinal)))
        {
            return Nothing.ExecuteAsync(context);
        }

        var canonical = Canonical(path);
        if (canonical == path)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.Location =
            new PathString(canonical).ToUriComponent() + context.Request.QueryString.Value;
        return Task.CompletedTask;
    });

    private static string Canonical(string path)
    {
        var trimmed = path.Length > 1 ? path.TrimEnd('/') : path;
        return trimmed.StartsWith("/api/", StringComparison.OrdinalIgnoreCase)
            || trimmed.StartsWith("/images/", StringComparison.OrdinalIgnoreCase)
            ? trimmed.ToLowerInvariant()
            : trimmed;
    }
}
