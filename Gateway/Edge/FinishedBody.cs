using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Gateway.Edge;

/// <summary>A whole body with its compressed twins, each made at most once. Every twin has a strong tag of its own: the
/// hash of the plain bytes and the coding, because a strong tag promises the same bytes.</summary>
internal sealed class FinishedBody(byte[] bytes, string contentType, CompressionLevel effort = CompressionLevel.Fastest)
{
    private const int SmallestWorthCompressing = 512;
    private const int TagBytes = 15;
    private static readonly string[] Compressible = ["text/", "json", "svg", "javascript", "manifest", "xml"];

    private readonly string _hash = Convert.ToBase64String(SHA256.HashData(bytes).AsSpan(0, TagBytes))
        .Replace('+', '-').Replace('/', '_');

    private readonly Lazy<Encoded> _brotli =
        new(() => Compress(bytes, "br", stream => new BrotliStream(stream, effort)));
    private readonly Lazy<Encoded> _gzip =
        new(() => Compress(bytes, "gzip", stream => new GZipStream(stream, effort)));

    public string ContentType { get; } = contentType;

    public int Length => bytes.Length;

    /// <summary>The form of the body that the client likes best, and its tag.</summary>
    public (Encoded Body, string Tag) For(StringValues acceptEncoding)
    {
        var coding = IsCompressible ? Best(acceptEncoding) : null;
        return coding switch
        {
            "br" => (_brotli.Value, $"\"{_hash}-br\""),
            "gzip" => (_gzip.Value, $"\"{_hash}-gz\""),
            _ => (new Encoded(bytes, null), $"\"{_hash}\""),
        };
    }

    private bool IsCompressible => bytes.Length >= SmallestWorthCompressing
        && Compressible.Any(part => ContentType.Contains(part, StringComparison.Ordinal));

    private static string? Best(StringValues acceptEncoding)
    {
        if (!StringWithQualityHeaderValue.TryParseList(acceptEncoding, out var accepted))
        {
            return null;
        }

        string[] offered = ["br", "gzip"];
        return offered
            .Select(coding => (Coding: coding, Quality: Quality(accepted, coding)))
            .Where(offer => offer.Quality > 0)
            .OrderByDescending(offer => offer.Quality)
            .Select(offer => offer.Coding)
            .FirstOrDefault();
    }

    private static double Quality(IEnumerable<StringWithQualityHeaderValue> accepted, string coding)
    {
        var named = accepted.FirstOrDefault(value => value.Value.Equals(coding, StringComparison.OrdinalIgnoreCase))
            ?? accepted.FirstOrDefault(value => value.Value == "*");
        return named is null ? 0 : named.Quality ?? 1;
    }

    private static Encoded Compress(byte[] bytes, string coding, Func<Stream, Stream> compressor)
    {
        using var compressed = new MemoryStream();
        using (var stream = compressor(compressed))
        {
            stream.Write(bytes);
        }

        return new Encoded(compressed.ToArray(), coding);
    }
}

/// <param name="Coding">Value of Content-Encoding, null for the plain bytes.</param>
internal sealed record Encoded(byte[] Bytes, string? Coding);
