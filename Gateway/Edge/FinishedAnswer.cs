using Microsoft.Net.Http.Headers;

namespace Gateway.Edge;

/// <summary>Sends a finished body: the fitting coding, tag, 304 when the client has it, no body for HEAD.</summary>
internal sealed record FinishedAnswer(
    FinishedBody Body, string CacheControl, int Status = StatusCodes.Status200OK) : IResult
{
    public const string NeverStore = "no-store";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var (encoded, tag) = Body.For(request.Headers.AcceptEncoding);
        response.StatusCode = Status;
        response.Headers.CacheControl = CacheControl;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (Status == StatusCodes.Status200OK && CacheControl != NeverStore)
        {
            response.Headers.ETag = tag;
            if (IsKnown(request, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.ContentType = Body.ContentType;
        response.Headers.ContentEncoding = encoded.Coding;
        response.ContentLength = encoded.Bytes.Length;
        if (!HttpMethods.IsHead(request.Method))
        {
            await response.Body.WriteAsync(encoded.Bytes, httpContext.RequestAborted);
        }
    }

    /// <summary>If-None-Match compares weakly (RFC 9110 §13.1.2): W/ is of no account, and * means any.</summary>
    private static bool IsKnown(HttpRequest request, string tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
        && known.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Tag == tag);
}
