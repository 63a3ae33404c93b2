using System.Text;

namespace Benchmarks.Load;

/// <summary>Requests as the bytes that go over the wire, written once.</summary>
internal static class HttpRequests
{
    public static byte[] Get(string pathAndQuery) => Get(pathAndQuery, "");

    /// <param name="headers">Lines, each with its line end.</param>
    public static byte[] Get(string pathAndQuery, string headers) =>
        Encoding.ASCII.GetBytes($"GET {pathAndQuery} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n");

    public static byte[] PutBatch(string apiKey, string idempotencyKey, byte[] body) =>
    [
        .. Encoding.ASCII.GetBytes(
            $"PUT /api/v1/movies/batch HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {apiKey}\r\n"
            + $"Idempotency-Key: {idempotencyKey}\r\nContent-Type: application/json\r\n"
            + $"Content-Length: {body.Length}\r\n\r\n"),
        .. body,
    ];
}
