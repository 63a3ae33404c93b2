using System.Net;

namespace Scraper.Fetching;

/// <summary>Which failures may pass, and how long to wait for that.</summary>
internal sealed class RetryRules(Random random)
{
    /// <summary>Attempts after the first.</summary>
    public const int MaxRetries = 3;

    // Besides the retries of single requests, a run has a budget: a host that fails often is not helped by asking more.
    // One request in its trouble may use up the floor.
    private const int BudgetFloor = MaxRetries;
    private const int RequestsPerRetry = 10;

    private static readonly TimeSpan FirstBackOff = TimeSpan.FromSeconds(1);

    public static bool MayPass(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status >= 500;

    public static bool WithinBudget(FetchMeter meter) =>
        meter.Retries < BudgetFloor + (meter.Requests / RequestsPerRetry);

    /// <summary>What the host asks for; else exponential back-off with full jitter.</summary>
    /// <param name="attempt">0 after the first failure.</param>
    public TimeSpan WaitAfter(int attempt, TimeSpan? retryAfter) => retryAfter is { Ticks: > 0 } asked
        ? asked
        : FirstBackOff * Math.Pow(2, attempt) * random.NextDouble();
}
