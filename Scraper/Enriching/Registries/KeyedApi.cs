using System.Globalization;
using System.Net;
using Scraper.Fetching;
using Scraper.Sources;

namespace Scraper.Enriching.Registries;

/// <summary>Asks a registry that wants a key, and tells its refusals apart.</summary>
/// <param name="section">Where the key is configured, for messages.</param>
internal sealed class KeyedApi(PoliteHttp http, string section, TimeProvider clock)
{
    /// <returns>Null when the registry has nothing there.</returns>
    /// <exception cref="SourceException">The quota is used up, the key is not accepted, or there is no usable answer.</exception>
    public async Task<FetchedJson?> FindAsync(Uri url, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(url, cancellationToken);
        return answer.Status switch
        {
            HttpStatusCode.NotFound => null,
            HttpStatusCode.PaymentRequired => throw UsedUp($"{url} answers 402: {AnswerFailure.Excerpt(answer)}"),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => throw new SourceException(
                SourceFailure.Refused,
                $"{url} answers {(int)answer.Status}: {AnswerFailure.Excerpt(answer)} "
                + $"The key in {section}:ApiKey is not accepted; get a new one, or remove it."),
            _ => FetchedJson.Read(answer),
        };
    }

    private async Task<FetchedBody> AskAsync(Uri url, CancellationToken cancellationToken)
    {
        try
        {
            return await http.GetBytesAsync(url, cancellationToken);
        }
        catch (SourceException limited) when (limited.Failure == SourceFailure.RateLimited)
        {
            throw UsedUp(limited.Message, limited.RetryAfter, limited);
        }
    }

    // Whatever the registry counts, it counts by the day.
    private SourceException UsedUp(string told, TimeSpan? asked = null, Exception? inner = null)
    {
        var now = clock.GetUtcNow();
        var tomorrow = now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime;
        var rest = asked > tomorrow ? asked.Value : tomorrow;
        return new SourceException(
            SourceFailure.RateLimited,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{told} The quota of the key in {section}:ApiKey is used up; it is not used again before {now + rest:yyyy-MM-dd HH:mm} UTC."),
            inner)
        {
            RetryAfter = rest,
        };
    }
}
