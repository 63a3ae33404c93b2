using System.Net;
using Gateway.Tests.Catalog;

namespace Gateway.Tests.Upstream;

public sealed class UpstreamHandlerTests : IDisposable
{
    private static readonly TimeSpan HedgeAfter = TimeSpan.FromMilliseconds(300);

    private readonly StubReplicas _replicas = new StubReplicas().WithSavedBudget();

    public void Dispose() => _replicas.Dispose();

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task A_read_that_fails_is_asked_of_another_replica(HttpStatusCode failure)
    {
        _replicas.On("a", failure).AskFirst("a");

        var (status, body) = await _replicas.ReadAsync();

        Assert.Equal(200, status);
        Assert.NotEqual("a", body);
        Assert.Equal(2, _replicas.Asked.Count);
    }

    [Fact]
    public async Task An_answer_cut_off_in_its_middle_is_asked_of_another_replica()
    {
        _replicas.AskFirst("a").On("a", (_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new CutOff()) }));

        var (status, body) = await _replicas.ReadAsync();

        Assert.Equal(200, status);
        Assert.NotEqual("a", body);
    }

    [Fact]
    public async Task A_read_is_repeated_once_at_most()
    {
        _replicas.On("a", HttpStatusCode.BadGateway).On("b", HttpStatusCode.BadGateway).On("c", HttpStatusCode.BadGateway);

        var (status, _) = await _replicas.ReadAsync();

        Assert.Equal(502, status);
        Assert.Equal(2, _replicas.Asked.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(2, _replicas.Asked.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.BadRequest)]
    public async Task A_refusal_is_an_answer(HttpStatusCode refusal)
    {
        _replicas.On("a", refusal).On("b", refusal).On("c", refusal);

        for (var request = 0; request < 30; request++)
        {
            Assert.Equal((int)refusal, (await _replicas.ReadAsync()).Status);
        }

        Assert.Equal(30, _replicas.Asked.Count);
        Assert.DoesNotContain(_replicas.Replicas.All, replica => replica.IsOut);
    }

    [Fact]
    public async Task A_replica_that_cannot_be_connected_to_has_not_been_asked_and_costs_no_repetition()
    {
        using var replicas = new StubReplicas().On("a", HttpRequestError.ConnectionError).On("b", HttpRequestError.ConnectionError);

        for (var request = 0; request < 20; request++)
        {
            Assert.Equal((200, "c"), await replicas.ReadAsync());
        }

        Assert.True(replicas["a"].IsOut);
        Assert.True(replicas["b"].IsOut);
    }

    [Fact]
    public async Task While_one_dawdles_another_is_asked_and_the_first_answer_counts()
    {
        _replicas.Hang("a").AskFirst("a");

        var reading = _replicas.ReadAsync();
        _replicas.Clock.Advance(HedgeAfter);
        var (status, body) = await reading;

        Assert.Equal(200, status);
        Assert.NotEqual("a", body);
        Assert.Equal(["GET a 2000", $"GET {body} 1700"], _replicas.Asked);
    }

    [Fact]
    public async Task A_replica_that_others_overtake_five_times_is_left_out()
    {
        _replicas.Hang("a").AskFirst("a");

        for (var request = 0; request < 5; request++)
        {
            Assert.False(_replicas["a"].IsOut);
            var reading = _replicas.ReadAsync();
            _replicas.Clock.Advance(HedgeAfter);
            await reading;
            await ReadCatalogTests.Until(() => _replicas["a"].UnderWay == 0);
        }

        Assert.True(_replicas["a"].IsOut);
        Assert.NotEqual("a", (await _replicas.ReadAsync()).Body);
    }

    [Fact]
    public async Task The_only_replica_is_not_asked_twice_for_being_slow()
    {
        using var only = new StubReplicas("http://a").WithSavedBudget();
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        only.On("a", (_, _) => answer.Task);

        var reading = only.ReadAsync();
        only.Clock.Advance(HedgeAfter * 4);
        answer.SetResult(new HttpResponseMessage { Content = new StringContent("late") });

        Assert.Equal((200, "late"), await reading);
        Assert.Single(only.Asked);
    }

    [Fact]
    public async Task The_only_replica_is_asked_again_when_it_breaks_off()
    {
        using var only = new StubReplicas("http://a").WithSavedBudget();
        var times = 0;
        only.On("a", (_, _) => ++times == 1
            ? Task.FromException<HttpResponseMessage>(new HttpRequestException(HttpRequestError.ResponseEnded))
            : Task.FromResult(new HttpResponseMessage { Content = new StringContent("second") }));

        Assert.Equal((200, "second"), await only.ReadAsync());
    }

    [Fact]
    public async Task A_visitor_who_leaves_tells_nothing_of_a_replica()
    {
        foreach (var host in new[] { "a", "b", "c" })
        {
            _replicas.Hang(host);
        }

        for (var visitor = 0; visitor < 30; visitor++)
        {
            using var visit = new CancellationTokenSource();
            var reading = _replicas.GetAsync(visit.Token);
            _replicas.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await visit.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        }

        Assert.DoesNotContain(_replicas.Replicas.All, replica => replica.IsOut);
    }

    [Fact]
    public async Task A_replica_that_lets_the_time_run_out_five_times_is_left_out()
    {
        using var only = new StubReplicas("http://a").Hang("a");

        for (var visitor = 0; visitor < 5; visitor++)
        {
            Assert.False(only["a"].IsOut);
            using var visit = new CancellationTokenSource();
            var reading = only.GetAsync(visit.Token);
            only.Clock.Advance(TimeSpan.FromSeconds(2));
            await visit.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        }

        Assert.True(only["a"].IsOut);
    }

    [Fact]
    public async Task A_replica_that_is_out_is_left_alone_until_all_are()
    {
        _replicas.On("a", HttpStatusCode.InternalServerError);
        for (var request = 0; request < 50; request++)
        {
            Assert.Equal(200, (await _replicas.ReadAsync()).Status);
        }

        Assert.Equal(5, _replicas.Asked.Count(asked => asked.StartsWith("GET a", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_write_is_never_repeated()
    {
        _replicas.On("a", HttpStatusCode.ServiceUnavailable).On("b", HttpRequestError.ResponseEnded).On("c", HttpRequestError.ResponseEnded);

        for (var write = 1; write <= 30; write++)
        {
            await Record.ExceptionAsync(_replicas.PostAsync);
            Assert.Equal(write, _replicas.Asked.Count);
        }
    }

    [Fact]
    public async Task A_write_has_no_deadline_and_goes_on_to_a_replica_that_can_be_connected_to()
    {
        _replicas.On("a", HttpRequestError.ConnectionError).AskFirst("a");

        using var answer = await _replicas.PostAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(2, _replicas.Asked.Count);
        Assert.All(_replicas.Asked, asked => Assert.EndsWith(" -", asked, StringComparison.Ordinal));
    }

    /// <summary>A body that ends before it should.</summary>
    private sealed class CutOff : MemoryStream
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            Task.FromException(new HttpIOException(HttpRequestError.ResponseEnded));
    }
}
