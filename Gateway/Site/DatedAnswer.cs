namespace Gateway.Site;

/// <summary>An answer for programs that remember when they last asked: it says when it changed, and 304 to who knows that
/// state. A tag, where one is sent, decides alone (RFC 9110, 13.2.2).</summary>
internal sealed record DatedAnswer(IResult Answer, string CacheControl, DateTimeOffset ChangedAt) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        // The header has whole seconds only.
        var changedAt = DateTimeOffset.FromUnixTimeSeconds(ChangedAt.ToUnixTimeSeconds());
        response.GetTypedHeaders().LastModified = changedAt;
        if (request.Headers.IfNoneMatch.Count > 0 || !(request.GetTypedHeaders().IfModifiedSince >= changedAt))
        {
            return Answer.ExecuteAsync(httpContext);
        }

        response.Headers.CacheControl = CacheControl;
        response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }
}
