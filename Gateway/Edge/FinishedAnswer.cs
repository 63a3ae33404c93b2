using System.Globalization;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Gateway.Edge;

/// <summary>Sends a finished body: the fitting coding, tag, 304 when the client has it, no body for HEAD. Everything that
/// is the same at every sending is at hand, so that a kept answer is sent without making anything.</summary>
internal sealed record FinishedAnswer(
    FinishedBody Body, string CacheControl, int Status = StatusCodes.Status200OK) : IResult
{
    public const string NeverStore = "no-store";
    public const string CacheHeader = "X-Cache";
    public const string Stale = "stale";

    /// <summary>How old it is, when nothing newer could be had; null when it is as good as new.</summary>
    public TimeSpan? StaleFor { get; init; }

    /// <summary>False when a part of it could not be had in time: good for the visitor who waits, and never stored.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>Whether it will have more to say shortly, though nothing behind changes: pictures that it names have not
    /// been seen yet.</summary>
    public bool IsPassing { get; init; }

    /// <summary>Whether it may be given to others, too.</summary>
    public bool IsKept => Status == StatusCodes.Status200OK && IsComplete && CacheControl != NeverStore;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var encoded = Body.For(request.Headers.AcceptEncoding);
        response.StatusCode = Status;
        response.Headers.CacheControl = IsComplete ? CacheControl : NeverStore;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (StaleFor is { } age)
        {
            response.Headers.Age = ((long)age.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            response.Headers[CacheHeader] = Stale;
        }

        if (IsKept)
        {
            response.Headers.ETag = encoded.Tag;
            if (IsKnown(request.Headers.IfNoneMatch, encoded.Tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
        }

        response.ContentType = Body.ContentType;
        response.Headers.ContentEncoding = encoded.Coding;
        response.ContentLength = encoded.Bytes.Length;
        return HttpMethods.IsHead(request.Method)
            ? Task.CompletedTask
            // The server ends a write by itself when the client goes; the request's token would be made for nothing.
            : response.Body.WriteAsync(encoded.Bytes, CancellationToken.None).AsTask();
    }

    /// <summary>If-None-Match compares weakly (RFC 9110 §13.1.2): W/ is of no account, and * means any.</summary>
    private static bool IsKnown(StringValues ifNoneMatch, StringValues tag) =>
        ifNoneMatch.Count > 0
        && EntityTagHeaderValue.TryParseList(ifNoneMatch, out var known)
        && known.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Tag == tag.ToString());
}
