using System.Buffers;
using Gateway.Site;
using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Edge;

/// <summary>One address per thing: other spellings of a path are redirected to the one, look-alikes do not exist. So no
/// page can be stored twice, and what the Gateway checks is what its routes see.</summary>
internal static class CanonicalPaths
{
    private static readonly Problem Nothing = new(StatusCodes.Status404NotFound, "There is nothing at this address.");

    private static readonly SearchValues<string> LookAlikes = SearchValues.Create(
        ["\\", "%", ";", "//", .. Enumerable.Range(0, ' ').Select(control => $"{(char)control}")], StringComparison.Ordinal);

    public static void UseCanonicalPaths(this IApplicationBuilder app)
    {
        var site = app.ApplicationServices.GetRequiredService<VueSite>();
        app.Use((context, next) =>
        {
            var path = context.Request.Path.Value ?? "";
            if (path.AsSpan().ContainsAny(LookAlikes))
            {
                return Nothing.ExecuteAsync(context);
            }

            var canonical = new PathString(Canonical(path, site)).ToUriComponent();
            return IsWritten(context, canonical) ? next(context) : Redirect(context, canonical);
        });
    }

    private static Task Redirect(HttpContext context, string canonical)
    {
        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.Location = canonical + context.Request.QueryString.Value;
        return Task.CompletedTask;
    }

    /// <summary>Routes know no case, but files do.</summary>
    private static string Canonical(string path, VueSite site)
    {
        var trimmed = path.Length > 1 ? path.TrimEnd('/') : path;
        return trimmed.AsSpan().ContainsAnyInRange('A', 'Z')
            && !trimmed.StartsWith("/assets/", StringComparison.Ordinal) && site.Find(trimmed) is null
            ? trimmed.ToLowerInvariant()
            : trimmed;
    }

    // Dots and needless escapes are gone from the path as routes see it, so the client's own spelling is looked at.
    // Targets in another form than that of a path, as for a proxy, are read by the server alone.
    private static bool IsWritten(HttpContext context, string canonical)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.AsSpan();
        var end = target.IndexOf('?');
        return target.IsEmpty || target[0] != '/' ? canonical == context.Request.Path.ToUriComponent()
            : canonical.AsSpan().SequenceEqual(end < 0 ? target : target[..end]);
    }
}
