using System.Text.Json;

namespace Scraper.Sources.VkVideo;

/// <summary>Reads the errors of VK's API, which come with HTTP status 200 and a number.</summary>
internal static class VkFailure
{
    public const long TooManyPerSecond = 6;

    /// <summary>The number of the error; null for an answer that is none.</summary>
    public static long? Code(JsonElement root) =>
        root.Field("error") is { } error ? error.Number("error_code") ?? 0 : null;

    /// <param name="target">What was asked for. What may not be seen of one channel says nothing of the rest.</param>
    public static SourceException Of(JsonElement root, Uri url, SourceTarget target)
    {
        var code = Code(root);
        var (failure, remedy) = code switch
        {
            5 => (SourceFailure.Refused, "Get a new key of a user and set Sources:vk:Token."),
            TooManyPerSecond => (SourceFailure.RateLimited, "Raise Sources:vk:DelayMilliseconds."),
            9 => (SourceFailure.RateLimited, "Too many requests of one kind; try later, with fewer targets."),
            14 => (SourceFailure.AntiBot, "VK wants a captcha solved; use the key less, or try later."),
            18 => (SourceFailure.Gone, "The owner was deleted or banned; remove the target."),
            29 => (SourceFailure.RateLimited, "The key's share of requests is used up; try tomorrow."),
            15 or 204 when target.Form != "search" => (SourceFailure.Hidden, "It is not for the public, or not for this key."),
            15 or 204 => (SourceFailure.Refused, "The key has no right to see videos; get one with the right \"video\"."),
            // Unknown error and internal error, by VK's own list.
            1 or 10 => (SourceFailure.Unavailable, "VK itself is in trouble; try later."),
            _ => (SourceFailure.Contract, "The API does not understand the request; it may have changed."),
        };
        var error = root.Field("error")!.Value;
        // The rest of the answer repeats the request, and so may hold the key.
        return new SourceException(
            failure, $"{url} answers with error {error.Describe("error_code")}: {error.Describe("error_msg")}. {remedy}");
    }
}
