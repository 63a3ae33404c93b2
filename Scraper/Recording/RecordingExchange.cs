using System.Net;
using Scraper.Fetching;

namespace Scraper.Recording;

/// <summary>Keeps every answer of a host, and asks for one that is already held only if it has changed.</summary>
internal sealed class RecordingExchange(IExchange hosts, RunRecording recording) : IExchange
{
    public async Task<FetchAttempt> SendAsync(
        FetchRequest request, FetchScope scope, FetchMeter meter, CancellationToken cancellationToken)
    {
        var held = await recording.FindHeldAsync(request, cancellationToken);
        var ended = await hosts.SendAsync(
            request with { Held = held?.Response.Validators }, scope, meter, cancellationToken);
        if (ended.Answer is not { } answer)
        {
            return ended;
        }

        if (answer.Status == HttpStatusCode.NotModified && held is not null)
        {
            meter.CountNotModified();
            // Kept anew with this run, so that each run can be replayed by itself and the oldest may go.
            var again = held.Response.ToBody(request.Url, held.Body);
            await recording.KeepAsync(request, again, isHeld: true, cancellationToken);
            return new FetchAttempt(again, Failure: null);
        }

        await recording.KeepAsync(request, answer, isHeld: false, cancellationToken);
        return ended;
    }
}
