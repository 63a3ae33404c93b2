using System.Net;
using Hosts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Fetching;
using Scraper.Sources;

namespace Scraper.Tests.Fetching;

/// <summary>Real bytes from a host that means harm.</summary>
public sealed class AnswerLimitsTests : IAsyncLifetime, IDisposable
{
    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly FetchMeter _meter = new();
    private readonly CancellationTokenSource _deadline = new(TimeSpan.FromSeconds(60));
    private StubHost _host = null!;

    public async Task InitializeAsync() =>
        _host = await StubHost.StartAsync(context => context.Response.WriteAsync("""{"ok":true}"""));

    public async Task DisposeAsync() => await _host.DisposeAsync();

    public void Dispose() => _deadline.Dispose();

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_bomb_is_cut_at_eight_megabytes(string encoding)
    {
        _host.Fail(Fault.Bomb(encoding, unpackedMegabytes: 500));

        var failure = await FailAsync(TimeProvider.System);

        Assert.Equal(SourceFailure.Contract, failure.Failure);
        Assert.Contains("8 MiB", failure.Message, StringComparison.Ordinal);
        Assert.InRange(_meter.Bytes, BoundedBody.MaxBytes, BoundedBody.MaxBytes + (64 * 1024));
        Assert.Single(_host.Requests);
    }

    [Fact]
    public async Task An_endless_body_is_cut_at_eight_megabytes()
    {
        _host.Fail(Fault.EndlessBody);

        var failure = await FailAsync(TimeProvider.System);

        Assert.Equal(SourceFailure.Contract, failure.Failure);
        Assert.InRange(_meter.Bytes, BoundedBody.MaxBytes, BoundedBody.MaxBytes + (64 * 1024));
    }

    [Fact]
    public async Task A_body_of_just_the_limit_is_read()
    {
        _host.Fail(Fault.Json("{}" + new string(' ', BoundedBody.MaxBytes - 2)));

        using var json = await Http(TimeProvider.System).GetJsonAsync(_host.BaseUrl, _deadline.Token);

        Assert.Equal(BoundedBody.MaxBytes, _meter.Bytes);
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("gzip, gzip")]
    public async Task An_encoding_that_is_not_undone_is_refused(string encoding)
    {
        _host.Fail(Fault.Encoded(encoding));

        var failure = await FailAsync(TimeProvider.System);

        Assert.True(
            failure.Failure is SourceFailure.Contract or SourceFailure.Unavailable, $"{failure.Failure}: {failure.Message}");
    }

    [Fact]
    public async Task A_body_that_drips_is_cut_after_thirty_seconds()
    {
        _host.Fail(Fault.SlowBody);

        var failure = await FailByTimeAsync(() => _meter.Bytes > 0);

        Assert.Equal(SourceFailure.Unavailable, failure.Failure);
        Assert.IsType<TimeoutException>(failure.InnerException);
        Assert.Equal(1 + RetryRules.MaxRetries, _host.Requests.Count);
    }

    [Fact]
    public async Task A_host_that_does_not_answer_is_left()
    {
        _host.Fail(Fault.Hang);

        var failure = await FailByTimeAsync(() => true);

        Assert.IsType<TimeoutException>(failure.InnerException);
        Assert.Equal(1 + RetryRules.MaxRetries, _host.Requests.Count);
    }

    [Fact]
    public async Task A_connection_that_is_cut_is_tried_again()
    {
        _host.Fail(Fault.Reset, times: 2);

        using var json = await Http(TimeProvider.System).GetJsonAsync(_host.BaseUrl, _deadline.Token);

        Assert.Equal(2, _meter.Retries);
    }

    [Fact]
    public async Task Every_request_says_who_asks_and_for_what()
    {
        using var json = await Http(TimeProvider.System).GetJsonAsync(_host.BaseUrl, _deadline.Token);

        var headers = Assert.Single(_host.Requests).Headers;
        Assert.StartsWith("OnlineCinema/", headers["User-Agent"], StringComparison.Ordinal);
        Assert.Contains("https://films.example/about", headers["User-Agent"], StringComparison.Ordinal);
        Assert.Equal("application/json", headers["Accept"]);
        Assert.False(headers.ContainsKey("traceparent"));
    }

    [Fact]
    public async Task Text_is_asked_for_as_text_and_read_in_the_encoding_named()
    {
        _host.Fail(new Fault(async (context, token) =>
        {
            context.Response.ContentType = "text/html; charset=windows-1251";
            // "Брат" in windows-1251.
            await context.Response.Body.WriteAsync((byte[])[0xC1, 0xF0, 0xE0, 0xF2], token);
        }));

        var text = await Http(TimeProvider.System).GetTextAsync(_host.BaseUrl, _deadline.Token);

        Assert.Equal(("Брат", "text/html"), (text.Text, text.ContentType));
        Assert.StartsWith("text/html", Assert.Single(_host.Requests).Headers["Accept"], StringComparison.Ordinal);
    }

    private async Task<SourceException> FailAsync(TimeProvider clock) =>
        await Assert.ThrowsAsync<SourceException>(() => Http(clock).GetJsonAsync(_host.BaseUrl, _deadline.Token));

    /// <param name="isUnderWay">Whether the request that the host has received is where the clock may turn.</param>
    private async Task<SourceException> FailByTimeAsync(Func<bool> isUnderWay)
    {
        var request = Http(_clock).GetJsonAsync(_host.BaseUrl, _deadline.Token);
        for (var cut = 0; !request.IsCompleted; await Task.Delay(2, _deadline.Token))
        {
            if (_host.Requests.Count > cut && isUnderWay())
            {
                cut++;
                _clock.Advance(GatedExchange.TimeLimit);
            }
        }

        return await Assert.ThrowsAsync<SourceException>(() => request);
    }

    private PoliteHttp Http(TimeProvider clock)
    {
        var network = new NetworkOptions { AllowPrivateAddresses = true, ContactUrl = new Uri("https://films.example/about") };
        var wire = PoliteHttpFactory.Wire(network, Dns.GetHostAddressesAsync);
        return new PoliteHttpFactory(wire, clock, new NoChance(), NullLogger<PoliteHttp>.Instance)
            .Create(new FetchScope(_host.BaseUrl, TimeSpan.Zero), _meter);
    }

    // Back-off of no length: nothing here waits but for the host.
    private sealed class NoChance : Random
    {
        public override double NextDouble() => 0;
    }
}
