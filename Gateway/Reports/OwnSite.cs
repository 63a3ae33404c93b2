using Gateway.Edge;

namespace Gateway.Reports;

internal static class OwnSite
{
    private const string FetchSite = "Sec-Fetch-Site";

    private static readonly Problem Refusal = new(
        StatusCodes.Status403Forbidden, "Only pages of this site may report in a visitor's name.");

    /// <summary>Refuses what a page of another site makes a visitor's browser send. Programs that are no browsers say
    /// nothing of where they come from, and need not.</summary>
    public static TBuilder OnlyFromOwnSite<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder =>
        route.AddEndpointFilter((context, next) =>
            IsForeign(context.HttpContext.Request) ? ValueTask.FromResult<object?>(Refusal) : next(context));

    private static bool IsForeign(HttpRequest request)
    {
        var site = request.Headers[FetchSite].ToString();
        if (site.Length > 0)
        {
            return site is not ("same-origin" or "none");
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && from.Host.Equals(request.Host.Host, StringComparison.OrdinalIgnoreCase));
    }
}
