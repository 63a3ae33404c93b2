using System.IO.Compression;
using System.Text;
using Hosts;
using Microsoft.AspNetCore.Http;

namespace Scraper.Tests.Bombs;

/// <summary>A host whose every path is a bomb, or harmless. It makes them as it sends them.</summary>
internal static class BombHost
{
    private const int MiB = 1024 * 1024;

    /// <param name="type">What the answer says it is.</param>
    /// <param name="write">Writes the bomb.</param>
    /// <param name="encodings">How it is packed, from the inside out.</param>
    public static Task<StubHost> StartAsync(
        string type, Func<Stream, CancellationToken, Task> write, string harmless, params string[] encodings) =>
        StubHost.StartAsync(async context =>
        {
            context.Response.ContentType = type;
            if ($"{context.Request.Path}{context.Request.QueryString}".Contains("harmless", StringComparison.Ordinal))
            {
                await context.Response.WriteAsync(harmless, context.RequestAborted);
                return;
            }

            // What lies inside a file is no business of the header's.
            if (encodings.Where(encoding => encoding != "file").ToList() is { Count: > 0 } named)
            {
                context.Response.Headers.ContentEncoding = string.Join(", ", named);
            }

            await WriteAsync(context.Response.Body, encodings.Length - 1);

            async Task WriteAsync(Stream target, int layer)
            {
                if (layer < 0)
                {
                    await write(target, context.RequestAborted);
                    return;
                }

                await using Stream packed = encodings[layer] switch
                {
                    "br" => new BrotliStream(target, CompressionLevel.Optimal, leaveOpen: true),
                    "deflate" => new ZLibStream(target, CompressionLevel.Fastest, leaveOpen: true),
                    _ => new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true),
                };
                await WriteAsync(packed, layer - 1);
            }
        });

    /// <summary>The same text over and over.</summary>
    public static Func<Stream, CancellationToken, Task> Repeat(string before, string text, int times, string after) => async (stream, token) =>
    {
        var each = Encoding.UTF8.GetBytes(text);
        var atOnce = Math.Max(1, Math.Min(times, MiB / each.Length));
        var piece = Encoding.UTF8.GetBytes(new StringBuilder(text.Length * atOnce).Insert(0, text, atOnce).ToString());
        await stream.WriteAsync(Encoding.UTF8.GetBytes(before), token);
        for (var left = times; left > 0; left -= atOnce)
        {
            await stream.WriteAsync(piece.AsMemory(0, Math.Min(left, atOnce) * each.Length), token);
        }

        await stream.WriteAsync(Encoding.UTF8.GetBytes(after), token);
    };
}
