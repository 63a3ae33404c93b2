using System.IO.Compression;
using Scraper.Sources;

namespace Scraper.Fetching;

/// <summary>Unpacks an answer that is a packed file in itself, as sitemaps are: "sitemap.xml.gz". It is measured first, so
/// that one that unpacks to too much takes no memory at all, and the others no more than they need.</summary>
internal static class PackedBody
{
    /// <summary>As much as a sitemap may hold unpacked.</summary>
    public const int MaxBytes = 50 * 1024 * 1024;

    private const int ChunkBytes = 64 * 1024;

    /// <returns>The answer itself when it is not packed.</returns>
    /// <exception cref="SourceException">It unpacks to more than <see cref="MaxBytes"/>, or is broken.</exception>
    public static FetchedBody Unpack(FetchedBody answer)
    {
        if (answer.Body is not [0x1F, 0x8B, ..])
        {
            return answer;
        }

        try
        {
            var unpacked = new byte[Measure(answer)];
            using var packed = Open(answer);
            packed.ReadExactly(unpacked);
            return answer with { Body = unpacked };
        }
        catch (InvalidDataException broken)
        {
            throw new SourceException(
                SourceFailure.Contract, $"{answer.Url} is packed with gzip and broken: {broken.Message}", broken);
        }
    }

    private static int Measure(FetchedBody answer)
    {
        using var packed = Open(answer);
        var chunk = new byte[ChunkBytes];
        var length = 0;
        while (packed.Read(chunk) is var read and > 0)
        {
            length += read;
            if (length > MaxBytes)
            {
                throw new SourceException(
                    SourceFailure.Contract,
                    $"{answer.Url} unpacks to more than {MaxBytes / (1024 * 1024)} MiB, more than a sitemap may hold.");
            }
        }

        return length;
    }

    private static GZipStream Open(FetchedBody answer) => new(new MemoryStream(answer.Body), CompressionMode.Decompress);
}
