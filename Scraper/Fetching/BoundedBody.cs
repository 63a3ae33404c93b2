using System.Buffers;
using Scraper.Sources;

namespace Scraper.Fetching;

/// <summary>Reads a body up to a limit. What is counted is the decoded text, so a small bomb is cut like a large
/// page.</summary>
internal static class BoundedBody
{
    public const int MaxBytes = 8 * 1024 * 1024;

    private const int ChunkBytes = 64 * 1024;

    /// <exception cref="SourceException">The body goes on past <see cref="MaxBytes"/>, or is encoded twice.</exception>
    public static async Task<byte[]> ReadAsync(
        HttpContent content, FetchRequest request, FetchMeter meter, CancellationToken cancellationToken)
    {
        // Decoding removes the encoding it undid; one that is left was wrapped around another.
        if (content.Headers.ContentEncoding.Count > 0)
        {
            throw new SourceException(
                SourceFailure.Contract,
                $"{request.Url} answers with the encoding {string.Join(", ", content.Headers.ContentEncoding)}, which is not read. "
                + "Expected plain, gzip, deflate or br.");
        }

        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream((int)Math.Min(content.Headers.ContentLength ?? ChunkBytes, MaxBytes));
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            return await ReadAsync(stream, body, chunk, request, meter, cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private static async Task<byte[]> ReadAsync(
        Stream stream, MemoryStream body, byte[] chunk, FetchRequest request, FetchMeter meter, CancellationToken cancellationToken)
    {
        while (await stream.ReadAsync(chunk, cancellationToken) is var read and > 0)
        {
            meter.CountBytes(read);
            if (body.Length + read > request.StartBytes)
            {
                body.Write(chunk, 0, (int)(request.StartBytes.Value - body.Length));
                return body.ToArray();
            }

            if (body.Length + read > MaxBytes)
            {
                throw new SourceException(
                    SourceFailure.Contract,
                    $"{request.Url} sends more than {MaxBytes / (1024 * 1024)} MiB, more than a page of a listing needs.")
                {
                    IsTooLong = true,
                };
            }

            body.Write(chunk, 0, read);
        }

        // A body as long as it was announced is taken as it lies there.
        return body.Length == body.Capacity ? body.GetBuffer() : body.ToArray();
    }
}
