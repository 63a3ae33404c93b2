using Scraper.Fetching;
using Scraper.Sources;

namespace Scraper.Recording;

/// <summary>Answers from a recording. There is no way from here to the network.</summary>
internal sealed class RecordedExchange(RecordedAnswers answers) : IExchange
{
    public Task<FetchAttempt> SendAsync(
        FetchRequest request, FetchScope scope, FetchMeter meter, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (answers.Find(request.Url) is not { } found)
        {
            throw new SourceException(
                SourceFailure.NotRecorded,
                $"{SecretMask.Of(request.Url)} is not in the recording of {answers.Head.Source} begun at "
                + $"{answers.Head.StartedAt:u}. The recording ends here, or the source asks for other addresses by now.");
        }

        meter.CountRequest();
        meter.CountBytes(found.Body.Length);
        return Task.FromResult(new FetchAttempt(found.Response.ToBody(request.Url, found.Body), Failure: null));
    }
}
