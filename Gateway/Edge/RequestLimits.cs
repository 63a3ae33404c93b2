using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Edge;

internal static class RequestLimits
{
    /// <summary>Longest path and query, characters as sent.</summary>
    public const int MaxAddressLength = 8 * 1024;

    public const int MaxHeaders = 100;

    public const int MaxBodyBytes = 64 * 1024;

    /// <summary>Where Kestrel puts a Content-Length that came beside a Transfer-Encoding.</summary>
    private const string OtherLength = "X-Content-Length";

    /// <summary>Refuses addresses that are too long, too many headers, reads that bring a body, bodies that are too large
    /// and those that have two ends.</summary>
    public static void UseRequestLimits(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (TooLong(context) is { } problem)
        {
            return problem.ExecuteAsync(context);
        }

        if (BadBody(context) is not { } refusal)
        {
            return next(context);
        }

        // Nobody waits for the rest of that body, and what follows it on the connection is nothing to be trusted.
        context.Response.Headers.Connection = "close";
        return refusal.ExecuteAsync(context);
    });

    private static Problem? TooLong(HttpContext context)
    {
        var request = context.Request;
        var address = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        if (address.Length > MaxAddressLength)
        {
            return new Problem(
                StatusCodes.Status414UriTooLong,
                $"The address has {address.Length} characters, at most {MaxAddressLength} are taken. Ask for less.");
        }

        return request.Headers.Count > MaxHeaders
            ? new Problem(
                StatusCodes.Status431RequestHeaderFieldsTooLarge,
                $"The request has {request.Headers.Count} headers, at most {MaxHeaders} are taken. None but Accept-Encoding "
                + "and If-None-Match change an answer.")
            : null;
    }

    private static Problem? BadBody(HttpContext context)
    {
        var request = context.Request;
        if (request.Headers.TransferEncoding.Count > 0 && request.Headers.ContainsKey(OtherLength))
        {
            return new Problem(
                StatusCodes.Status400BadRequest, "The request has both a Transfer-Encoding and a Content-Length. Send one of them.");
        }

        if (request.ContentLength > MaxBodyBytes)
        {
            return new Problem(
                StatusCodes.Status413PayloadTooLarge,
                $"The body has {request.ContentLength} bytes, at most {MaxBodyBytes} are taken.");
        }

        var isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        return isRead && context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true
            ? new Problem(
                StatusCodes.Status413PayloadTooLarge,
                $"{request.Method} takes no body here. Put the parameters into the query.")
            : null;
    }
}
