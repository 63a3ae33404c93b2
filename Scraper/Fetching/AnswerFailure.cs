using System.Net;
using System.Text;
using Scraper.Sources;

namespace Scraper.Fetching;

/// <summary>Tells failed answers apart before anything is parsed.</summary>
internal static class AnswerFailure
{
    private const int ExcerptLength = 200;

    /// <summary>The failure that an answer means; null when it is a success that is not a page for people.</summary>
    public static SourceException? Of(FetchedBody answer) =>
        answer.IsPage && (IsSuccess(answer) || IsShut(answer) || ChallengePage.NamesGuard(answer))
            ? Challenge(answer, "a page for people instead of JSON")
            : OfStatus(answer);

    /// <summary>The failure that an answer means where pages are what is asked for; null when it is a success.</summary>
    public static SourceException? OfText(FetchedBody answer) =>
        answer.IsPage && (IsSuccess(answer) ? ChallengePage.StandsIn(answer) : ChallengePage.NamesGuard(answer))
            ? Challenge(answer, "a challenge for people instead of the page")
            : OfStatus(answer);

    /// <summary>The start of a body on one line, for messages.</summary>
    public static string Excerpt(FetchedBody answer)
    {
        var text = Encoding.UTF8.GetString(answer.Body, 0, Math.Min(answer.Body.Length, ExcerptLength * 4));
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var printable = new string([.. words.Where(character => !char.IsControl(character)).Take(ExcerptLength)]);
        return printable.Length == 0 ? "(an empty body)" : $"«{printable}»";
    }

    private static bool IsSuccess(FetchedBody answer) => (int)answer.Status is >= 200 and < 300;

    private static bool IsShut(FetchedBody answer) =>
        answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;

    private static SourceException? OfStatus(FetchedBody answer) => answer.Status switch
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

    private static SourceException Challenge(FetchedBody answer, string what) => new(
        SourceFailure.AntiBot,
        $"{answer.Url} answers {(int)answer.Status} with {what}: {Excerpt(answer)} "
        + "The host takes us for a robot it does not want; raise the delay, or try later from another network.");

    private static SourceException Failed(SourceFailure failure, FetchedBody answer, string remedy) =>
        new(failure, $"{answer.Url} answers {(int)answer.Status}: {Excerpt(answer)} {remedy}")
        {
            RetryAfter = answer.RetryAfter,
        };
}
