using System.Net;
using System.Text.Json.Serialization;
using Scraper.Fetching;

namespace Scraper.Recording;

/// <summary>What a host answered to one request, as a recording keeps it beside the body.</summary>
/// <param name="Url">Secrets masked.</param>
/// <param name="Accept">The request's header of that name: the same address may give JSON or a page.</param>
/// <param name="Location">Where a redirect points; secrets masked.</param>
/// <param name="Bytes">Length of the body, decompressed.</param>
/// <param name="Hash">SHA-256 of the body, hexadecimal.</param>
/// <param name="IsHeld">The host did not send it again: it is the answer already held.</param>
internal sealed record RecordedResponse(
    string Url, string Accept, DateTimeOffset At, int Status, string? ContentType, string? Charset, string? Location,
    double? RetryAfterSeconds, string? ETag, string? LastModified, int Bytes, string Hash, bool IsHeld = false)
{
    [JsonIgnore]
    public Validators? Validators => ETag is null && LastModified is null ? null : new Validators(ETag, LastModified);

    public static RecordedResponse Of(FetchRequest request, FetchedBody answer, string hash, DateTimeOffset at) => new(
        SecretMask.Of(request.Url), request.Accept, at, (int)answer.Status, answer.ContentType, answer.Charset,
        answer.Location is { } location ? SecretMask.Of(location) : null, answer.RetryAfter?.TotalSeconds,
        answer.Validators?.ETag, answer.Validators?.LastModified, answer.Body.Length, hash);

    /// <summary>The answer as it came to whoever asks for this address now.</summary>
    public FetchedBody ToBody(Uri asked, byte[] body) => new(
        asked, (HttpStatusCode)Status, ContentType, body,
        Location is null ? null : new Uri(Location, UriKind.RelativeOrAbsolute),
        RetryAfterSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null, Charset)
    {
        Validators = Validators,
    };
}
