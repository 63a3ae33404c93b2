namespace Gateway.Edge;

/// <summary>What visitors read when the service behind fails them.</summary>
internal static class UpstreamProblems
{
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(1);

    public static readonly Problem Unreachable = new(
        StatusCodes.Status503ServiceUnavailable, "The catalogue is not available at the moment. Try again shortly.")
    {
        RetryAfter = TryAgainAfter,
    };

    public static readonly Problem Late = new(
        StatusCodes.Status504GatewayTimeout, "The catalogue took too long to answer. Try again shortly.")
    {
        RetryAfter = TryAgainAfter,
    };
}
