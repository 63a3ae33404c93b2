using Scraper.Fetching.Pacing;
using Scraper.Fetching.Robots;
using Scraper.Sources;

namespace Scraper.Fetching;

/// <summary>One request, sent if the host's robots.txt lets us and when the host's gate opens.</summary>
internal sealed class GatedExchange(RobotsGuard robots, HostGates gates, WireExchange wire, RetryRules rules) : IExchange
{
    /// <exception cref="SourceException">The address may not be fetched, or the answer breaks a limit.</exception>
    public async Task<FetchAttempt> SendAsync(
        FetchRequest request, FetchScope scope, FetchMeter meter, CancellationToken cancellationToken)
    {
        var delay = await robots.RequireAsync(request.Url, scope, cancellationToken);
        var pass = await gates.For(request.Url).EnterAsync(delay, cancellationToken);
        await using (pass)
        {
            var ended = await wire.SendAsync(request, meter, cancellationToken);
            pass.Succeeded = !ended.MayPass;
            if (ended.MayPass)
            {
                // Held for everybody, after the last attempt too: the next request may come from another run.
                pass.HoldFor(rules.WaitAfter(request.Attempt, ended.Answer?.RetryAfter));
            }
            else if (ended.Answer is { RetryAfter: { } asked, IsSuccess: false })
            {
                pass.HoldFor(asked);
            }

            return ended;
        }
    }
}
