using System.Net;
using System.Text;
using Scraper.Sources;

namespace Scraper.Fetching;

/// <summary>Tells failed answers apart before anything is parsed.</summary>
internal static class AnswerFailure
{
    private const int ExcerptLength = 200;

    // Enough of a page to see who is speaking.
    private const int LookBytes = 64 * 1024;

    /// <summary>The failure that an answer means; null when it is a success that is not a page for people.</summary>
    public static SourceException? Of(FetchedBody answer)
    {
        var status = (int)answer.Status;
        var isPage = IsPage(answer);
        if (IsChallenge(answer) || (isPage && IsSuccess(answer)))
        {
            return new SourceException(
                SourceFailure.AntiBot,
                $"{answer.Url} answers {status} with a page for people instead of JSON: {Excerpt(answer)} "
                + "The host takes us for a robot it does not want; raise the delay, or try later from another network.");
        }

        return answer.Status switch
        {
            HttpStatusCode.NotFound or HttpStatusCode.Gone =>
                Failed(SourceFailure.Gone, answer, "Check the target; it may have been removed."),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                Failed(SourceFailure.Refused, answer, "The host does not let us read this."),
            HttpStatusCode.TooManyRequests =>
                Failed(SourceFailure.RateLimited, answer, "Raise this source's DelayMilliseconds."),
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError =>
                Failed(SourceFailure.Unavailable, answer, "Try later."),
            _ when IsSuccess(answer) => null,
            _ => Failed(SourceFailure.Contract, answer, "The host does not understand the request."),
        };
    }

    /// <summary>The start of a body on one line, for messages.</summary>
    public static string Excerpt(FetchedBody answer)
    {
        var text = Encoding.UTF8.GetString(answer.Body, 0, Math.Min(answer.Body.Length, ExcerptLength * 4));
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var printable = new string([.. words.Where(character => !char.IsControl(character)).Take(ExcerptLength)]);
        return printable.Length == 0 ? "(an empty body)" : $"«{printable}»";
    }

    private static bool IsSuccess(FetchedBody answer) => (int)answer.Status is >= 200 and < 300;

    private static bool IsPage(FetchedBody answer) =>
        answer.ContentType is "text/html" or "application/xhtml+xml"
        || answer.Body.AsSpan().TrimStart("\uFEFF \t\r\n"u8).StartsWith("<"u8);

    private static bool IsChallenge(FetchedBody answer)
    {
        if (!IsPage(answer))
        {
            return false;
        }

        var page = Encoding.UTF8.GetString(answer.Body, 0, Math.Min(answer.Body.Length, LookBytes));
        return page.Contains("qrator", StringComparison.OrdinalIgnoreCase)
            || page.Contains("captcha", StringComparison.OrdinalIgnoreCase)
            || answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
    }

    private static SourceException Failed(SourceFailure failure, FetchedBody answer, string remedy) =>
        new(failure, $"{answer.Url} answers {(int)answer.Status}: {Excerpt(answer)} {remedy}")
        {
            RetryAfter = answer.RetryAfter,
        };
}
