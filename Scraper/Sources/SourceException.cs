namespace Scraper.Sources;

/// <summary>A source cannot be read on. Ends this source's run, never another's.</summary>
/// <param name="message">What was asked for, what came back and what to do.</param>
internal sealed class SourceException(SourceFailure failure, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public SourceFailure Failure { get; } = failure;

    /// <summary>How long the host asked to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The answer was longer than is read; less may be asked for at once.</summary>
    public bool IsTooLong { get; init; }
}

/// <summary>Why a source could not be read.</summary>
internal enum SourceFailure
{
    /// <summary>No answer, or 5xx after every retry.</summary>
    Unavailable,

    /// <summary>429 after every retry.</summary>
    RateLimited,

    /// <summary>A challenge page instead of data.</summary>
    AntiBot,

    /// <summary>404 or 410: no such video, channel or list. Not proof that a film is gone for good.</summary>
    Gone,

    /// <summary>The author withdrew it from public view.</summary>
    Hidden,

    /// <summary>Not for this country, or rights ended; plays elsewhere.</summary>
    Geo,

    /// <summary>The host refuses us: 401 or 403.</summary>
    Refused,

    /// <summary>The answer is not what the source's contract says; the message names the field.</summary>
    Contract,

    /// <summary>The address is not one we may fetch.</summary>
    Forbidden,

    /// <summary>The host's robots.txt says no; the message names the rule.</summary>
    Disallowed,

    /// <summary>The host's robots.txt could not be read, which counts as a no until it can.</summary>
    RobotsUnreadable,
    /// <summary>A replay asks for what the recording does not hold.</summary>
    NotRecorded,
}
