using System.Net;
using Microsoft.Playwright;
using Scraper.Sources;

namespace Scraper.Fetching.Browsing;

/// <summary>Answers what a page in the browser asks for. The browser itself reaches no network: whatever is allowed is
/// fetched here, over connections that only lead to public addresses.</summary>
/// <param name="stop">Ends with the page.</param>
internal sealed class PageTraffic(
    HttpMessageInvoker wire, FetchScope scope, RenderRules rules, FetchMeter meter, CancellationToken stop)
{
    private const int MaxHops = 3;

    // A page that never stops asking ends at its time limit, but should not have cost its host a thousand requests.
    private const int MaxRequests = 200;

    // Who we are and how messages are framed is the connection's to say, and the browser's own marks say nothing true.
    private static readonly string[] NotPassedOn =
    [
        "user-agent", "host", "connection", "cookie", "content-length", "content-type", "accept-encoding", "origin",
        "upgrade-insecure-requests", "range", "if-none-match", "if-modified-since",
    ];

    private static readonly string[] NotPassedBack =
        ["content-encoding", "content-length", "transfer-encoding", "connection", "set-cookie", "link"];

    private int _requests;

    public static RouteFulfillOptions AnswerOf(HttpResponseMessage response, byte[] body) => new()
    {
        Status = (int)response.StatusCode,
        Headers = response.Headers.Concat(response.Content.Headers)
            .Where(header => !NotPassedBack.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .Select(header => KeyValuePair.Create(header.Key, string.Join(", ", header.Value))),
        BodyBytes = body,
    };

    public async Task AnswerAsync(IRoute route)
    {
        if (WhyRefused(route.Request) is not null || Interlocked.Increment(ref _requests) > MaxRequests)
        {
            await route.AbortAsync(RequestAbortErrorCode.BlockedByClient);
            return;
        }

        try
        {
            if (await FetchAsync(route.Request) is { } answer)
            {
                await route.FulfillAsync(answer);
                return;
            }
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or SourceException or OperationCanceledException)
        {
            // What a page lacks shows in what can be read of it; the page itself has a time limit.
        }

        await route.AbortAsync(RequestAbortErrorCode.Failed);
    }

    private async Task<RouteFulfillOptions?> FetchAsync(IRequest asked)
    {
        var url = new Uri(asked.Url);
        for (var hop = 0; hop <= MaxHops; hop++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            foreach (var (name, value) in asked.Headers.Where(header => IsPassedOn(header.Key)))
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            meter.CountRequest();
            using var response = await wire.SendAsync(request, stop);
            var body = await BoundedBody.ReadAsync(response.Content, new FetchRequest(url, FetchRequest.Text), meter, stop);
            if (response.Headers.Location is not { } location || response.StatusCode is < HttpStatusCode.Moved or >= HttpStatusCode.BadRequest)
            {
                return AnswerOf(response, body);
            }

            url = new Uri(url, location);
            if (!IsAllowed(url))
            {
                return null;
            }
        }

        return null;
    }

    private string? WhyRefused(IRequest request) =>
        rules.Blocked.Contains(request.ResourceType, StringComparer.Ordinal) ? "of a kind that is not loaded"
        : request.Method != "GET" ? "it asks the host to do something"
        : request.IsNavigationRequest ? "the page leads elsewhere"
        : !Uri.TryCreate(request.Url, UriKind.Absolute, out var url) || !IsAllowed(url) ? "of another host"
        : null;

    private bool IsAllowed(Uri url) => url.Scheme is "http" or "https" && url.UserInfo.Length == 0
        && (url.Authority == scope.BaseUrl.Authority
            || (url.IsDefaultPort && rules.Hosts.Contains(url.IdnHost, StringComparer.OrdinalIgnoreCase)));

    private static bool IsPassedOn(string header) =>
        !header.StartsWith("sec-", StringComparison.OrdinalIgnoreCase) && !NotPassedOn.Contains(header, StringComparer.OrdinalIgnoreCase);
}
