namespace Scraper.Fetching;

/// <summary>By what a host tells whether its answer is still the one it gave before, as it was sent.</summary>
internal sealed record Validators(string? ETag, string? LastModified)
{
    /// <summary>Null for a host that gives neither.</summary>
    public static Validators? Of(HttpResponseMessage response)
    {
        var etag = response.Headers.NonValidated.TryGetValues("ETag", out var tags) ? tags.ToString() : null;
        var modified = response.Content.Headers.NonValidated.TryGetValues("Last-Modified", out var times)
            ? times.ToString() : null;
        return etag is null && modified is null ? null : new Validators(etag, modified);
    }

    public void AddTo(HttpRequestMessage request)
    {
        if (ETag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", ETag);
        }

        if (LastModified is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", LastModified);
        }
    }
}
