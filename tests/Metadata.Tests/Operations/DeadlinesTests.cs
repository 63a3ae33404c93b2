using System.Net;
using Hosts;
using Metadata.Client;
using Metadata.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Metadata.Tests.Operations;

public sealed class DeadlinesTests : IAsyncLifetime
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch);
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication _app = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(_clock).AddWireJson();
        _app = builder.Build();
        _app.UseDeadlines();
        _app.Run(WorkAsync);
        await _app.StartAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    private async Task WorkAsync(HttpContext context)
    {
        _asked.SetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        finally
        {
            _ended.SetResult();
        }
    }

    private Task<HttpResponseMessage> AskAsync(string deadline, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, _app.Urls.Single());
        request.Headers.Add(RequestDeadline.Header, deadline);
        return Http.SendAsync(request, cancellationToken);
    }

    [Fact]
    public async Task Work_ends_when_its_caller_has_stopped_waiting()
    {
        var asking = AskAsync("1500", CancellationToken.None);
        await _asked.Task;
        _clock.Advance(TimeSpan.FromMilliseconds(1499));
        Assert.False(_ended.Task.IsCompleted);

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        using var answer = await asking;

        Assert.Equal(HttpStatusCode.GatewayTimeout, answer.StatusCode);
        Assert.True(_ended.Task.IsCompleted);
        Assert.Contains("1500 ms", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_ends_when_its_caller_goes_before()
    {
        using var patience = new CancellationTokenSource();
        var asking = AskAsync("1500", patience.Token);
        await _asked.Task;

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await _ended.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1e3")]
    [InlineData("600001")]
    [InlineData("99999999999999999999")]
    public void What_cannot_be_meant_is_no_deadline(string? header) => Assert.Null(RequestDeadline.Read(header));
}
