using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace Gateway.Site.Sitemaps;

/// <summary>Streams XML, compressed for who takes gzip: a full sitemap has twenty megabytes.</summary>
internal sealed record SitemapAnswer(Func<Stream, CancellationToken, Task> WriteAsync, string CacheControl) : IResult
{
    private const string Gzip = "gzip";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        response.ContentType = Sitemap.ContentType;
        response.Headers.CacheControl = CacheControl;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        var isCompressed = request.GetTypedHeaders().AcceptEncoding
            .Any(accepted => accepted.Value.Equals(Gzip, StringComparison.OrdinalIgnoreCase) && accepted.Quality is not 0);
        if (isCompressed)
        {
            response.Headers.ContentEncoding = Gzip;
        }

        if (HttpMethods.IsHead(request.Method))
        {
            return;
        }

        if (!isCompressed)
        {
            await WriteAsync(response.Body, httpContext.RequestAborted);
            return;
        }

        await using var compressed = new GZipStream(response.Body, CompressionLevel.Fastest, leaveOpen: true);
        await WriteAsync(compressed, httpContext.RequestAborted);
    }
}
