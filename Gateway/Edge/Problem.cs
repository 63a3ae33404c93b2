using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Gateway.Operations;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Gateway.Edge;

/// <summary>An error as the contract says it (RFC 9457). Written whatever the client accepts: an error that cannot be
/// read is worse than one of an unexpected type.</summary>
/// <param name="Detail">What failed and what to do; safe to show to anyone.</param>
internal sealed record Problem(int Status, string Detail) : IResult
{
    public const string ContentType = "application/problem+json";

    /// <summary>Bad parameters and what is wrong with each.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>When trying again makes sense.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>As the header counts: enough, and at least one.</summary>
    public static long WholeSeconds(TimeSpan wait) => Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-store";
        if (RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = WholeSeconds(wait).ToString(CultureInfo.InvariantCulture);
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(
            new ProblemBody(
                "about:blank", ReasonPhrases.GetReasonPhrase(Status), Status, Detail,
                Activity.Current?.Id ?? httpContext.TraceIdentifier, Errors),
            GatewayJson.Readable.ProblemBody);
        response.ContentLength = body.Length;
        response.Headers.Remove(HeaderNames.ETag);
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.Body.WriteAsync(body, httpContext.RequestAborted);
        }
    }
}

/// <summary>An error (RFC 9457).</summary>
/// <param name="Type">Always about:blank: the status says what kind of error it is.</param>
/// <param name="Detail">What failed and what to do.</param>
/// <param name="TraceId">To quote when asking for help.</param>
/// <param name="Errors">Bad parameters and what is wrong with each.</param>
internal sealed record ProblemBody(
    string Type, string Title, int Status, string Detail, string TraceId,
    IReadOnlyDictionary<string, string[]>? Errors);
