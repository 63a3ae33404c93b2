using System.Net;
using System.Text.Json;
using Benchmarks.Load;
using Benchmarks.Reporting;

namespace Benchmarks.Scenarios;

/// <summary>The rounds of searches in a catalogue of one size.</summary>
internal sealed class SearchRounds(IPEndPoint address, SearchQueries queries, int requests, double perSecond)
{
    public const string AllKinds = "all of these";
    public const string Suggestions = "suggestions";

    /// <summary>By kind of query, in the order of the report.</summary>
    public IReadOnlyDictionary<string, (LatencySeries Latency, Series Found)> Kinds { get; } = queries.Kinds
        .Append(AllKinds).Append(Suggestions)
        .ToDictionary(kind => kind, _ => (new LatencySeries(), new Series()), StringComparer.Ordinal);

    public void WarmUp() => ClosedLoop.Send(address, Requests(Draw(Plan.WarmUp)), connections: 4);

    public void Measure()
    {
        var asked = Draw(requests);
        var found = new bool[asked.Count];
        var latencies = OpenLoop.Send(
            address, Requests(asked), perSecond, (at, answer) => found[at] = IsFound(asked[at], answer.Body));
        foreach (var kind in Enumerable.Range(0, asked.Count).GroupBy(at => asked[at].Kind, StringComparer.Ordinal))
        {
            Add(kind.Key, [.. kind.Select(at => latencies[at])], kind.Count(at => found[at]));
        }

        Add(AllKinds, latencies, found.Count(isFound => isFound));
        var begun = Enumerable.Range(0, requests).Select(_ => HttpRequests.Get(queries.Begun()));
        Kinds[Suggestions].Latency.Add(new Latencies(OpenLoop.Send(address, [.. begun], perSecond * 2)));
    }

    private List<SearchQuery> Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => queries.Next())];

    private static List<byte[]> Requests(List<SearchQuery> asked) =>
        [.. asked.Select(query => HttpRequests.Get(query.Path))];

    private void Add(string kind, double[] latencies, int found)
    {
        Kinds[kind].Latency.Add(new Latencies(latencies));
        Kinds[kind].Found.Add(found / (double)latencies.Length);
    }

    private static bool IsFound(SearchQuery query, ReadOnlySpan<byte> page)
    {
        var reader = new Utf8JsonReader(page);
        using var read = JsonDocument.ParseValue(ref reader);
        var films = read.RootElement.GetProperty("items").EnumerateArray();
        var titles = films.Select(film => film.GetProperty("title").GetString());
        return query.Title is null ? titles.Any() : titles.Contains(query.Title, StringComparer.OrdinalIgnoreCase);
    }
}
