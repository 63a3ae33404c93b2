using System.IO.Compression;
using System.Text;
using Scraper.Fetching;
using Scraper.Fetching.Charsets;

namespace Scraper.Sources.Sites.Extracting;

/// <summary>From the bytes of a page to its text.</summary>
internal static class PageText
{
    /// <summary>The encoding of that name; null when there is none.</summary>
    public static Encoding? Find(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <param name="encoding">What the definition or the host says; null leaves it to the page.</param>
    /// <returns>The text; null when the page has more bytes than a listing needs.</returns>
    public static string? Decode(byte[] body, string? encoding)
    {
        // Sitemaps come packed, and say so nowhere but in their name.
        var plain = body is [0x1F, 0x8B, ..] ? Unpack(body) : body;
        return plain is null || plain.Length > BoundedBody.MaxBytes ? null : TextCharset.Decode(plain, encoding);
    }

    private static byte[]? Unpack(byte[] packed)
    {
        using var stream = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        var plain = new byte[BoundedBody.MaxBytes + 1];
        try
        {
            var length = stream.ReadAtLeast(plain, plain.Length, throwOnEndOfStream: false);
            return plain[..length];
        }
        catch (InvalidDataException)
        {
            return packed;
        }
    }
}
