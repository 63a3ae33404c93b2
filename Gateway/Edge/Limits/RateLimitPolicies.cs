using System.Globalization;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Limits;

/// <summary>What a refused client is told: how long to wait, and the limit it has met (RateLimit fields of the IETF's
/// draft-ietf-httpapi-ratelimit-headers).</summary>
internal sealed class RateLimitPolicies(IOptions<RateLimitOptions> options)
{
    private readonly RateLimitOptions _limits = options.Value;

    public Task Refuse(HttpContext context, RequestCost cost, TimeSpan wait)
    {
        var name = cost.Kind switch
        {
            RequestKind.Site => "site",
            RequestKind.Api => "api",
            _ => "search",
        };
        var seconds = Problem.WholeSeconds(wait);
        var headers = context.Response.Headers;
        headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";q={_limits.Of(cost.Kind)};w=60");
        headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";r=0;t={seconds}");
        return new Problem(
            StatusCodes.Status429TooManyRequests,
            $"Too many {(cost.Kind == RequestKind.Search ? "searches" : "requests")} from your address. "
            + "Go on after the seconds named in Retry-After.")
        {
            RetryAfter = wait,
        }.ExecuteAsync(context);
    }
}
