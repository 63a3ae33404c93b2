namespace Scraper.Fetching;

/// <summary>One wish at a host.</summary>
/// <param name="Accept">The kinds of answer that are of use.</param>
/// <param name="Attempt">0 for the first time this address is asked.</param>
internal sealed record FetchRequest(Uri Url, string Accept, int Attempt = 0)
{
    public const string Json = "application/json";

    public const string Text = "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8";
}
