using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Edge;

internal static class RequestLimits
{
    /// <summary>Longest path and query, characters as sent.</summary>
    public const int MaxAddressLength = 8 * 1024;

    public const int MaxHeaders = 100;

    public const int MaxBodyBytes = 64 * 1024;

    /// <summary>Refuses addresses that are too long, too many headers, reads that bring a body and bodies that are too
    /// large.</summary>
    public static void UseRequestLimits(this IApplicationBuilder app) => app.Use((context, next) =>
        Refusal(context) is { } problem ? problem.ExecuteAsync(context) : next(context));

    private static Problem? Refusal(HttpContext context)
    {
        var request = context.Request;
        var address = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        if (address.Length > MaxAddressLength)
        {
            return new Problem(
                StatusCodes.Status414UriTooLong,
                $"The address has {address.Length} characters, at most {MaxAddressLength} are taken. Ask for less.");
        }

        if (request.Headers.Count > MaxHeaders)
        {
            return new Problem(
                StatusCodes.Status431RequestHeaderFieldsTooLarge,
                $"The request has {request.Headers.Count} headers, at most {MaxHeaders} are taken. None but Accept-Encoding "
                + "and If-None-Match change an answer.");
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
