using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace Gateway.Edge;

/// <summary>A whole body with its compressed twins, each made at most once. Every twin has a strong tag of its own: the
/// hash of the plain bytes and the coding, because a strong tag promises the same bytes.</summary>
internal sealed class FinishedBody
{
    private const int SmallestWorthCompressing = 512;
    private const int TagBytes = 15;
    private static readonly string[] Compressible = ["text/", "json", "svg", "javascript", "manifest", "xml"];

    private readonly bool _isCompressible;
    private readonly Encoded _plain;
    private readonly Lazy<Encoded> _brotli;
    private readonly Lazy<Encoded> _gzip;

    public FinishedBody(byte[] bytes, string contentType, CompressionLevel effort = CompressionLevel.Fastest)
    {
        ContentType = contentType;
        var hash = Convert.ToBase64String(SHA256.HashData(bytes).AsSpan(0, TagBytes)).Replace('+', '-').Replace('/', '_');
        _isCompressible = bytes.Length >= SmallestWorthCompressing
            && Array.Exists(Compressible, part => contentType.Contains(part, StringComparison.Ordinal));
        _plain = new Encoded(bytes, default, $"\"{hash}\"");
        _brotli = new(() => new(Compress(bytes, stream => new BrotliStream(stream, effort)), "br", $"\"{hash}-br\""));
        _gzip = new(() => new(Compress(bytes, stream => new GZipStream(stream, effort)), "gzip", $"\"{hash}-gz\""));
    }

    public string ContentType { get; }

    public int Length => _plain.Bytes.Length;

    /// <summary>As it is.</summary>
    public Encoded Plain => _plain;

    /// <summary>The form of the body that the client likes best.</summary>
    public Encoded For(StringValues acceptEncoding) => !_isCompressible ? _plain : AcceptedCodings.Best(acceptEncoding) switch
    {
        Coding.Brotli => _brotli.Value,
        Coding.Gzip => _gzip.Value,
        _ => _plain,
    };

    private static byte[] Compress(byte[] bytes, Func<Stream, Stream> compressor)
    {
        using var compressed = new MemoryStream();
        using (var stream = compressor(compressed))
        {
            stream.Write(bytes);
        }

        return compressed.ToArray();
    }
}

/// <param name="Coding">Value of Content-Encoding, none for the plain bytes.</param>
/// <param name="Tag">Value of ETag.</param>
internal sealed record Encoded(byte[] Bytes, StringValues Coding, StringValues Tag);
