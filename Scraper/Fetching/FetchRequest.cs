using Scraper.Sources;

namespace Scraper.Fetching;

/// <summary>One wish at a host.</summary>
/// <param name="Accept">The kinds of answer that are of use.</param>
/// <param name="Attempt">0 for the first time this address is asked.</param>
internal sealed record FetchRequest(Uri Url, string Accept, int Attempt = 0)
{
    public const string Json = "application/json";

    public const string PlainText = "text/plain, */*;q=0.8";

    public const string Text = "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8";

    /// <summary>The key to the host's API. Sent in the body and never in the address, which is logged and recorded.</summary>
    public SourceToken? Token { get; init; }

    /// <summary>What it says besides who we are and what we ask for.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = FetchScope.NoHeaders;

    /// <summary>From sending it to the last byte of its answer.</summary>
    public TimeSpan TimeLimit { get; init; } = WireExchange.TimeLimit;

    /// <summary>The key to the host's API where that is a header.</summary>
    public SecretHeader? Key { get; init; }

    /// <summary>Bytes after which the rest of the answer is of no interest; null where all of it is.</summary>
    public int? StartBytes { get; init; }

    /// <summary>Of the answer already held, so that the host need not send it again; null asks for it whole.</summary>
    public Validators? Held { get; init; }
}
