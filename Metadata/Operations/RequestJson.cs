using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Metadata.Operations;

/// <summary>A request's body as JSON, or the answer that says why it is none.</summary>
internal sealed record RequestJson(JsonDocument? Document, ReadOnlyMemory<byte> Bytes, ProblemHttpResult? Problem)
{
    public const int MaxBytes = 8 * 1024 * 1024;

    public static Task<RequestJson> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        ReadAsync(request, MaxBytes, cancellationToken);

    public static async Task<RequestJson> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            return Refused(Problems.Create(StatusCodes.Status415UnsupportedMediaType,
                $"The body must be application/json, found {request.ContentType ?? "no Content-Type"}."));
        }

        if (request.ContentLength > maxBytes || await ReadBytesAsync(request, maxBytes, cancellationToken) is not { } bytes)
        {
            return Refused(Problems.Create(StatusCodes.Status413PayloadTooLarge,
                $"The body has more than {maxBytes} bytes. Send smaller batches."));
        }

        try
        {
            return new RequestJson(JsonDocument.Parse(bytes), bytes, null);
        }
        catch (JsonException broken)
        {
            return Refused(Problems.BadBody($"The body is not JSON: {broken.Message}"));
        }
    }

    private static RequestJson Refused(ProblemHttpResult problem) => new(null, default, problem);

    // Null when the body is longer than allowed.
    private static async Task<ReadOnlyMemory<byte>?> ReadBytesAsync(
        HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + read > maxBytes)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
