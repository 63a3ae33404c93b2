using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Hosts;

/// <summary>A host of pages and feeds, as a test lays them out.</summary>
public sealed class StubPages : IAsyncDisposable
{
    private readonly Dictionary<string, (byte[] Body, string ContentType)> _pages = new(StringComparer.Ordinal);

    private StubPages()
    {
    }

    public StubHost Host { get; private set; } = null!;

    public static async Task<StubPages> StartAsync()
    {
        var stub = new StubPages();
        stub.Host = await StubHost.StartAsync(stub.AnswerAsync);
        return stub;
    }

    /// <summary>The address of a path here.</summary>
    public string Url(string path) => new Uri(Host.BaseUrl, path).AbsoluteUri;

    /// <param name="path">Path and query.</param>
    /// <param name="contentType">Without a charset the text itself has to say how it is encoded.</param>
    public void Add(string path, string body, string contentType = "application/xml", Encoding? encoding = null) =>
        _pages[path] = ((encoding ?? Encoding.UTF8).GetBytes(body), contentType);

    /// <summary>A page that is a gzip file.</summary>
    public void AddPacked(string path, string body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(body));
        }

        _pages[path] = (packed.ToArray(), "application/gzip");
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (!_pages.TryGetValue(context.Request.GetEncodedPathAndQuery(), out var page))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = page.ContentType;
        await context.Response.Body.WriteAsync(page.Body, context.RequestAborted);
    }
}
