using Scraper.Fetching.Charsets;

namespace Scraper.Fetching;

/// <summary>An answer that is text: a page, a feed, a site's map.</summary>
/// <param name="Url">Where it came from, after redirects.</param>
/// <param name="ContentType">Media type as sent, without parameters; null when the host does not say.</param>
/// <param name="Text">Decoded by <see cref="TextCharset"/>, without a byte order mark.</param>
internal sealed record FetchedText(Uri Url, string? ContentType, string Text)
{
    /// <exception cref="Sources.SourceException">The answer is a failure, or a challenge instead of the page.</exception>
    public static FetchedText Read(FetchedBody answer)
    {
        if (AnswerFailure.OfText(answer) is { } failure)
        {
            throw failure;
        }

        return new FetchedText(answer.Url, answer.ContentType, TextCharset.Decode(answer.Body, answer.Charset));
    }
}
