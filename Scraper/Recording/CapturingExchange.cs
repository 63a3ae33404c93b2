using Scraper.Fetching;

namespace Scraper.Recording;

/// <summary>Writes down what a host answers, all of it anew.</summary>
internal sealed class CapturingExchange(IExchange hosts, RecordingWriter writer, TimeProvider clock) : IExchange
{
    public async Task<FetchAttempt> SendAsync(
        FetchRequest request, FetchScope scope, FetchMeter meter, CancellationToken cancellationToken)
    {
        var ended = await hosts.SendAsync(request, scope, meter, cancellationToken);
        if (ended.Answer is { } answer)
        {
            writer.Append(request, answer, clock.GetUtcNow(), isHeld: false);
        }

        return ended;
    }
}
