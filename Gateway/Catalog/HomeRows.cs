using System.Collections.Concurrent;
using System.Text.Json;
using Metadata.Client;
using Microsoft.Extensions.Options;

namespace Gateway.Catalog;

/// <summary>Gathers the rows of the front page side by side:
/// 1. ask for the fixed rows and the facets at once, and for the rows of genres, decades and sources as soon as the
///    facets are there;
/// 2. wait until all are there or the budget is used up; when nothing at all has come by then, wait on for the first
///    part until the deadline of any request;
/// 3. put what has come into order and name what has not.</summary>
internal sealed partial class HomeRows(
    MetadataClient metadata, IOptions<CatalogOptions> options, TimeProvider clock, ILogger<HomeRows> logger)
{
    public const string FacetsKey = "facets";

    /// <summary>The page, or null when none of its parts could be had.</summary>
    public async Task<HomePage?> GatherAsync(CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.Value.Deadline, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var gathering = new Gathering();

        var parts = HomeRow.Fixed.Select(row => ReadRowAsync(row, gathering, end.Token))
            .Append(ReadFacetsAsync(gathering, end.Token))
            .ToList();
        await WaitAsync(Task.WhenAll(parts), gathering, end.Token);

        cancellationToken.ThrowIfCancellationRequested();
        var page = gathering.ToPage();
        await end.CancelAsync();
        await Task.WhenAll(parts);
        return page;
    }

    private async Task WaitAsync(Task all, Gathering gathering, CancellationToken end)
    {
        var budget = Task.Delay(options.Value.HomeBudget, clock, end);
        if (await Task.WhenAny(all, budget) == budget)
        {
            await Task.WhenAny(all, gathering.FirstCame);
        }
    }

    private async Task ReadFacetsAsync(Gathering gathering, CancellationToken cancellationToken)
    {
        gathering.Ask(FacetsKey);
        var facets = await TryAsync(FacetsKey, async () =>
        {
            using var answer = await metadata.ReadAsync("api/v1/facets", cancellationToken);
            answer.EnsureSuccessStatusCode();
            await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
            return await JsonSerializer.DeserializeAsync(body, MetadataJson.Default.Facets, cancellationToken);
        });
        if (facets is not null)
        {
            var rows = HomeRow.From(facets).Select(row => ReadRowAsync(row, gathering, cancellationToken)).ToList();
            gathering.Come(FacetsKey);
            await Task.WhenAll(rows);
        }
    }

    private async Task ReadRowAsync(HomeRow row, Gathering gathering, CancellationToken cancellationToken)
    {
        gathering.Ask(row);
        var page = await TryAsync<PageOf<MovieSummary>>(row.Key, async () =>
            await metadata.ListMoviesAsync($"{row.Query}&pageSize={HomeLeads.Asked}", cancellationToken));
        if (page is not null)
        {
            gathering.Come(row, page.Items);
        }
    }

    /// <summary>A part that fails is missing from the page and must not take the others with it.</summary>
    private async Task<T?> TryAsync<T>(string key, Func<Task<T?>> read)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (Exception failure) when (failure is MetadataException or HttpRequestException or IOException
            or JsonException or OperationCanceledException)
        {
            PartFailed(key, failure.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The front page goes out without its part {Key}: {Reason}")]
    private partial void PartFailed(string key, string reason);

    /// <summary>What was asked for and what has come, filled from several requests at once.</summary>
    private sealed class Gathering
    {
        private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ConcurrentQueue<HomeRow> _asked = [];
        private readonly ConcurrentDictionary<string, IReadOnlyList<MovieSummary>> _came = new(StringComparer.Ordinal);

        public Task FirstCame => _first.Task;

        public void Ask(HomeRow row) => _asked.Enqueue(row);

        public void Ask(string key) => _asked.Enqueue(new HomeRow(key, "", ""));

        public void Come(string key) => Come(new HomeRow(key, "", ""), []);

        public void Come(HomeRow row, IReadOnlyList<MovieSummary> items)
        {
            _came[row.Key] = items;
            _first.TrySetResult();
        }

        public HomePage? ToPage()
        {
            var asked = HomeRow.InOrder(_asked.ToArray()).ToList();
            var sections = from row in asked
                           where _came.TryGetValue(row.Key, out var items) && items.Count > 0
                           select new HomeSection(row.Key, row.Title, row.Query, _came[row.Key]);
            var missing = asked.Select(row => row.Key).Where(key => !_came.ContainsKey(key)).ToList();
            return _came.IsEmpty ? null : new HomePage(HomeLeads.Spread(sections), missing);
        }
    }
}
