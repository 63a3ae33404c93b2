using System.Globalization;
using Scraper.Fetching.Pacing;
using Scraper.Journal;
using Scraper.Sources;

namespace Scraper.Fetching.Robots;

/// <summary>Asks a host for its robots.txt and understands every kind of answer (RFC 9309, section 2.3.1).</summary>
internal sealed class RobotsFetcher(HostGates gates, WireExchange wire, RetryRules rules, TimeProvider clock)
{
    /// <summary>How long an answer holds.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>How long an error holds, unless the host asks for longer.</summary>
    public static readonly TimeSpan ErrorLifetime = TimeSpan.FromMinutes(1);

    private const int MaxRetries = 2;

    // The fetch is nobody's: what it says holds for every run of the next day.
    private readonly FetchMeter _meter = new();

    /// <param name="origin">Root of the host.</param>
    /// <param name="delay">Least time between requests to it.</param>
    /// <exception cref="SourceException">The host may not be fetched from, or is to be left alone.</exception>
    public async Task<RobotsCopy> FetchAsync(Uri origin, TimeSpan delay, CancellationToken cancellationToken)
    {
        var url = new Uri(origin, "/robots.txt");
        for (var hop = 0; hop <= RedirectRules.MaxHops; hop++)
        {
            var ended = await AskAsync(url, delay, isFirst: hop == 0, cancellationToken);
            if (ended.Answer is not { } answer)
            {
                return Unreadable(origin, ended.Failure!.Message, wait: null);
            }

            if (!answer.IsRedirect)
            {
                return Understand(origin, answer);
            }

            var next = RedirectRules.Target(url, answer.Location!);
            if (next.Scheme != Uri.UriSchemeHttps && next.Scheme != Uri.UriSchemeHttp)
            {
                return Unreadable(origin, $"it redirects to {next}", wait: null);
            }

            url = next;
        }

        // As the RFC suggests: a chain without end counts as no file.
        return Copy(origin, RobotsAnswer.Absent, [], detail: null, Lifetime);
    }

    private async Task<FetchAttempt> AskAsync(
        Uri url, TimeSpan delay, bool isFirst, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var request = new FetchRequest(url, FetchRequest.PlainText, attempt) { StartBytes = RobotsParser.MaxBytes + 1 };
            var ended = await TryAsync(request, delay, isFirst, cancellationToken);
            if (!ended.MayPass || attempt == MaxRetries || ended.Answer?.RetryAfter > HostGate.LongestWait)
            {
                return ended;
            }
        }
    }

    private async Task<FetchAttempt> TryAsync(
        FetchRequest request, TimeSpan delay, bool isFirst, CancellationToken cancellationToken)
    {
        var pass = await gates.For(request.Url).EnterAsync(delay, cancellationToken);
        await using (pass)
        {
            try
            {
                var ended = await wire.SendAsync(request, _meter, cancellationToken);
                pass.Succeeded = !ended.MayPass;
                if (ended.MayPass)
                {
                    pass.HoldFor(rules.WaitAfter(request.Attempt, ended.Answer?.RetryAfter));
                }

                return ended;
            }
            // Where the host itself may not be asked, the run says so; where it sends us, the host is at fault.
            catch (SourceException refused) when (!isFirst || refused.Failure == SourceFailure.Contract)
            {
                return new FetchAttempt(Answer: null, refused);
            }
        }
    }

    private RobotsCopy Understand(Uri origin, FetchedBody answer) => (int)answer.Status switch
    {
        >= 200 and < 300 => Copy(origin, RobotsAnswer.Read, answer.Body, detail: null, Lifetime),
        429 => Unreadable(origin, "it answers 429", answer.RetryAfter),
        >= 400 and < 500 => Copy(origin, RobotsAnswer.Absent, [], detail: null, Lifetime),
        var status => Unreadable(
            origin, string.Create(CultureInfo.InvariantCulture, $"it answers {status}"), answer.RetryAfter),
    };

    private RobotsCopy Unreadable(Uri origin, string detail, TimeSpan? wait) => Copy(
        origin, RobotsAnswer.Unreadable, [], StorableText.Of(detail),
        wait > Lifetime ? Lifetime : wait > ErrorLifetime ? wait.Value : ErrorLifetime);

    private RobotsCopy Copy(Uri origin, RobotsAnswer answer, byte[] body, string? detail, TimeSpan lifetime)
    {
        var now = clock.GetUtcNow();
        return new RobotsCopy
        {
            Origin = origin.GetLeftPart(UriPartial.Authority),
            Answer = answer,
            Body = body,
            Detail = detail,
            AskedAt = now,
            ExpiresAt = now + lifetime,
        };
    }
}
