using System.Collections.Concurrent;
using System.Net;
using Gateway.Catalog;
using Gateway.Upstream;
using Hosts;
using Metadata.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Gateway.Tests.Upstream;

/// <summary>Three replicas, http://a to http://c, that answer 200 until told otherwise, behind the handler under test.</summary>
internal sealed class StubReplicas : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> _answers = [];
    private readonly HttpClient _http;

    public StubReplicas(string roots = "http://a;http://b;http://c")
    {
        Replicas = new Replicas(Options.Create(new MetadataOptions { BaseUrl = roots }));
        _http = new HttpClient(new UpstreamHandler(
            Replicas, Budget, Options.Create(new UpstreamOptions()), Options.Create(new CatalogOptions()), Clock,
            NullLogger<UpstreamHandler>.Instance)
        {
            InnerHandler = this,
        })
        {
            BaseAddress = new Uri("http://a"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public ManualTimeProvider Clock { get; } = new(DateTimeOffset.UnixEpoch);

    public Replicas Replicas { get; }

    public RetryBudget Budget { get; } = new();

    /// <summary>"METHOD host deadline", in the order of arrival.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public Replica this[string host] => Replicas.All.Single(replica => replica.Address.Root.Host == host);

    /// <summary>As after a while of good service.</summary>
    public StubReplicas WithSavedBudget()
    {
        for (var request = 0; request < 500; request++)
        {
            Budget.Earn();
        }

        return this;
    }

    public StubReplicas On(string host, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _answers[host] = answer;
        return this;
    }

    public StubReplicas On(string host, HttpStatusCode status) =>
        On(host, (_, _) => Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(host) }));

    public StubReplicas On(string host, HttpRequestError failure) =>
        On(host, (_, _) => Task.FromException<HttpResponseMessage>(new HttpRequestException(failure)));

    public StubReplicas Hang(string host) => On(host, async (_, cancellationToken) =>
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException();
    });

    /// <summary>Makes others too busy to be chosen first.</summary>
    public StubReplicas AskFirst(string host)
    {
        foreach (var other in Replicas.All.Where(replica => replica.Address.Root.Host != host))
        {
            other.Begin();
        }

        return this;
    }

    public Task<HttpResponseMessage> GetAsync(CancellationToken cancellationToken = default) =>
        _http.GetAsync("api/v1/movies?page=2", cancellationToken);

    public Task<HttpResponseMessage> PostAsync() => _http.PostAsync("api/v1/plays", new StringContent("[]"));

    public async Task<(int Status, string Body)> ReadAsync()
    {
        using var answer = await GetAsync();
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var host = request.RequestUri!.Host;
        var deadline = request.Headers.TryGetValues(RequestDeadline.Header, out var left) ? left.Single() : "-";
        Asked.Enqueue($"{request.Method} {host} {deadline}");
        return _answers.TryGetValue(host, out var answer)
            ? answer(request, cancellationToken)
            : Task.FromResult(new HttpResponseMessage { Content = new StringContent(host) });
    }
}
