using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Hosts;

/// <summary>A way in which a host fails.</summary>
public sealed class Fault
{
    public Fault(Func<HttpContext, CancellationToken, Task> answer) => Answer = answer;

    internal Func<HttpContext, CancellationToken, Task> Answer { get; }

    /// <summary>No answer, until the client gives up.</summary>
    public static Fault Hang { get; } = new((_, token) => Task.Delay(Timeout.InfiniteTimeSpan, token));

    /// <summary>The connection is cut.</summary>
    public static Fault Reset { get; } = new((context, _) =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>A challenge for robots, with status 200 as Rutube's guard sends it.</summary>
    public static Fault Qrator { get; } = Page(
        200, "<!DOCTYPE html><html><head><title>Checking your browser</title></head><body>Protected by QRATOR</body></html>");

    /// <summary>What Rutube says of a video it does not know.</summary>
    public static Fault NotFound { get; } = Json("""{"detail":"Страница не найдена."}""", 404);

    /// <summary>Valid headers, and one space every second, for ever.</summary>
    public static Fault SlowBody { get; } = new(async (context, token) =>
    {
        context.Response.ContentType = "application/json";
        while (true)
        {
            await context.Response.WriteAsync(" ", token);
            await context.Response.Body.FlushAsync(token);
            await Task.Delay(TimeSpan.FromSeconds(1), token);
        }
    });

    /// <summary>A list that goes on for ever.</summary>
    public static Fault EndlessBody { get; } = new(async (context, token) =>
    {
        context.Response.ContentType = "application/json";
        var piece = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("[1,2,3,4],", 6_000)));
        while (true)
        {
            await context.Response.Body.WriteAsync(piece, token);
        }
    });

    public static Fault Status(int status) => Json($$"""{"detail":"status {{status}}"}""", status);

    public static Fault TooManyRequests(TimeSpan retryAfter) =>
        Limited(((int)retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture));

    public static Fault TooManyRequests(DateTimeOffset until) => Limited(until.ToString("R", CultureInfo.InvariantCulture));

    public static Fault Redirect(string location, int status = 302) => new((context, _) =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    });

    public static Fault Page(int status, string html) => Body(html, "text/html; charset=utf-8", status);

    public static Fault Json(string body, int status = 200) => Body(body, "application/json", status);

    /// <summary>A body that unpacks to far more than it is.</summary>
    /// <param name="encoding">"gzip", "br" or "deflate".</param>
    public static Fault Bomb(string encoding, int unpackedMegabytes) => new(async (context, token) =>
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.ContentEncoding = encoding;
        await using var packed = encoding switch
        {
            "gzip" => (Stream)new GZipStream(context.Response.Body, CompressionLevel.Optimal),
            "br" => new BrotliStream(context.Response.Body, CompressionLevel.Optimal),
            _ => new ZLibStream(context.Response.Body, CompressionLevel.Optimal),
        };
        var blank = Encoding.ASCII.GetBytes(new string(' ', 1024 * 1024));
        for (var written = 0; written < unpackedMegabytes; written++)
        {
            await packed.WriteAsync(blank, token);
        }
    });

    /// <summary>A body packed in a way that was not asked for.</summary>
    public static Fault Encoded(string encoding) => new((context, token) =>
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.ContentEncoding = encoding;
        return context.Response.WriteAsync("{}", token);
    });

    private static Fault Body(string body, string contentType, int status) => new((context, token) =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body, token);
    });

    private static Fault Limited(string retryAfter) => new((context, token) =>
    {
        context.Response.StatusCode = 429;
        context.Response.Headers.RetryAfter = retryAfter;
        return context.Response.WriteAsync("", token);
    });
}
