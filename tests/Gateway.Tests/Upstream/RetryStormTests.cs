using System.Net;

namespace Gateway.Tests.Upstream;

/// <summary>What repetitions make of a Metadata of which half of the answers are failures.</summary>
public sealed class RetryStormTests : IDisposable
{
    private const int Requests = 6_000;

    private readonly StubReplicas _replicas = new();

    public RetryStormTests()
    {
        foreach (var host in new[] { "a", "b", "c" })
        {
            var answers = 0;
            _replicas.On(host, (_, _) => Task.FromResult(new HttpResponseMessage(
                ++answers % 2 == 0 ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable)));
        }
    }

    public void Dispose() => _replicas.Dispose();

    [Fact]
    public async Task Metadata_gets_a_fifth_more_requests_at_most()
    {
        for (var request = 1; request <= Requests; request++)
        {
            await _replicas.ReadAsync();
            Assert.True(_replicas.Asked.Count <= 1.2 * request, $"{_replicas.Asked.Count} for {request}");
        }
    }

    [Fact]
    public async Task Three_repetitions_without_a_budget_would_nearly_double_them()
    {
        using var naive = new HttpMessageInvoker(new NaiveRetries { InnerHandler = new Direct(_replicas) });
        for (var request = 0; request < Requests; request++)
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, "http://a/");
            using var answer = await naive.SendAsync(message, CancellationToken.None);
        }

        Assert.True(_replicas.Asked.Count > 1.4 * Requests, $"{_replicas.Asked.Count}");
    }

    private sealed class Direct(HttpMessageHandler replicas) : DelegatingHandler(replicas);

    private sealed class NaiveRetries : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            for (var retry = 0; retry < 3 && !answer.IsSuccessStatusCode; retry++)
            {
                answer = await base.SendAsync(request, cancellationToken);
            }

            return answer;
        }
    }
}
