namespace Scraper.Fetching;

/// <summary>How one request ended: with an answer of whatever status, or on the way.</summary>
internal sealed record FetchAttempt(FetchedBody? Answer, Exception? Failure)
{
    public bool MayPass => Answer is null || RetryRules.MayPass(Answer.Status);
}
