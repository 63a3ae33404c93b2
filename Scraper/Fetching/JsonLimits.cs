using System.Text.Json;

namespace Scraper.Fetching;

/// <summary>How much JSON an answer may hold. Its length says little: a list of a million numbers is short, and becomes a
/// million items that are no videos.</summary>
internal static class JsonLimits
{
    public const int MaxDepth = 64;

    /// <summary>Far more than the longest page of any list.</summary>
    public const int MaxValues = 200_000;

    /// <summary>Whether there are more than <see cref="MaxValues"/> values and names.</summary>
    /// <exception cref="JsonException">It is no JSON up to there.</exception>
    public static bool AreExceededBy(ReadOnlySpan<byte> json, JsonCommentHandling comments = JsonCommentHandling.Disallow)
    {
        // Each takes two characters at least.
        if (json.Length / 2 <= MaxValues)
        {
            return false;
        }

        var options = new JsonReaderOptions { MaxDepth = MaxDepth, CommentHandling = comments, AllowTrailingCommas = true };
        var reader = new Utf8JsonReader(json, options);
        for (var values = 0; reader.Read(); values++)
        {
            if (values > MaxValues)
            {
                return true;
            }
        }

        return false;
    }
}
