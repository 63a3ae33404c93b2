using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Edge;

internal static class RequestLimits
{
    /// <summary>Longest path and query, characters as sent.</summary>
    public const int MaxAddressLength = 8 * 1024;

    /// <summary>Refuses addresses that are too long and reads that bring a body.</summary>
    public static void UseRequestLimits(this IApplicationBuilder app) => app.Use((context, next) =>
        Refusal(context) is { } problem ? problem.ExecuteAsync(context) : next(context));

    private static Problem? Refusal(HttpContext context)
    {
        var address = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        if (address.Length > MaxAddressLength)
        {
            return new Problem(
                StatusCodes.Status414UriTooLong,
                $"The address has {address.Length} characters, at most {MaxAddressLength} are taken. Ask for less.");
        }

        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        return isRead && context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true
            ? new Problem(
                StatusCodes.Status413PayloadTooLarge,
                $"{context.Request.Method} takes no body here. Put the parameters into the query.")
            : null;
    }
}
