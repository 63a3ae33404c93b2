using System.Text.Json;
using Scraper.Fetching;
using Scraper.Sources;

namespace Scraper.Enriching.Registries.Wikidata;

/// <summary>Asks Wikidata's API, one request at a time, and steps aside while its servers lag behind (maxlag).</summary>
internal sealed class WikidataApi(PoliteHttp http, Uri baseUrl, TimeProvider clock)
{
    public const string Path = "/w/api.php";

    /// <summary>Most entities in one request.</summary>
    public const int MaxIds = 50;

    private const int MaxLagSeconds = 5;
    private const int MaxTries = 4;
    private static readonly TimeSpan LeastWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    // With these the API says "not now" under the status 200.
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal) { "maxlag", "ratelimited", "readonly" };

    /// <summary>Ids of the items that a search finds, best first.</summary>
    public async Task<IReadOnlyList<string>> SearchAsync(string query, int limit, CancellationToken cancellationToken)
    {
        using var json = await AskAsync(
            $"action=query&list=search&srnamespace=0&srlimit={limit}&srsearch={Uri.EscapeDataString(query)}", cancellationToken);
        var found = json.Root.Field("query") is { } part && part.Field("search") is { ValueKind: JsonValueKind.Array }
            ? part.Items("search")
            : throw new SourceException(SourceFailure.Contract, $"{json.Url} answers without query.search, a list of what was found.");
        return [.. found.Select(item => RegistryIdForms.Wikidata(item.Text("title"))).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Reads items, as many at once as one answer may hold. Items that are not there are left out.</summary>
    /// <param name="props">What of them to ask for: "labels|claims"…</param>
    public async Task<IReadOnlyList<T>> ReadAsync<T>(
        IReadOnlyList<string> ids, string props, Func<JsonElement, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        var items = new List<T>();
        foreach (var some in ids.Distinct(StringComparer.Ordinal).Chunk(MaxIds))
        {
            items.AddRange(await ReadPartAsync(some, props, read, cancellationToken));
        }

        return items;
    }

    private async Task<IReadOnlyList<T>> ReadPartAsync<T>(
        string[] ids, string props, Func<JsonElement, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            using var json = await AskAsync(
                $"action=wbgetentities&ids={string.Join("%7C", ids)}&props={Uri.EscapeDataString(props)}&languages=ru%7Cen",
                cancellationToken);
            return json.Root.Field("entities") is { ValueKind: JsonValueKind.Object } entities
                ? [.. entities.EnumerateObject().Select(entity => entity.Value).Where(entity => entity.Field("missing") is null)
                    .Select(read).OfType<T>()]
                : throw new SourceException(SourceFailure.Contract, $"{json.Url} answers without entities.");
        }
        catch (SourceException tooLong) when (tooLong.IsTooLong && ids.Length > 1)
        {
            // Well-known films carry thousands of statements; half as many may fit.
            var half = ids.Length / 2;
            return
            [
                .. await ReadPartAsync(ids[..half], props, read, cancellationToken),
                .. await ReadPartAsync(ids[half..], props, read, cancellationToken),
            ];
        }
    }

    private async Task<FetchedJson> AskAsync(string query, CancellationToken cancellationToken)
    {
        var url = new Uri(baseUrl, $"{Path}?{query}&format=json&maxlag={MaxLagSeconds}");
        for (var attempt = 1; ; attempt++)
        {
            var answer = await http.GetBytesAsync(url, cancellationToken);
            var json = FetchedJson.Read(answer);
            if (json.Root.Field("error") is not { } error)
            {
                return json;
            }

            using (json)
            {
                var (code, told) = (error.Text("code"), error.Text("info") ?? error.Raw());
                if (code is null || !Passing.Contains(code))
                {
                    throw new SourceException(SourceFailure.Contract, $"{url} answers with the error {code}: {told}");
                }

                if (attempt == MaxTries || answer.RetryAfter > LongestWait)
                {
                    throw new SourceException(
                        SourceFailure.Unavailable, $"{url} answers \"{code}\" ({told}) {attempt} times. It is asked again later.")
                    {
                        RetryAfter = answer.RetryAfter,
                    };
                }
            }

            await Task.Delay(answer.RetryAfter > LeastWait ? answer.RetryAfter.Value : LeastWait, clock, cancellationToken);
        }
    }
}
