using System.Collections.Concurrent;
using System.Net;
using Hosts;
using Metadata.Caching;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Metadata.Tests.Caching;

/// <summary>Redis failing in eleven ways under steady reading and writing.</summary>
public sealed class RedisOutageTests : IDisposable
{
    private const int Pages = 20;

    private static readonly TimeSpan Phase = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan HealingStep = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan HealingLimit = TimeSpan.FromSeconds(30);

    // The time-out that newer clients of Redis have by default.
    private static readonly TimeSpan ClientTimeOut = TimeSpan.FromSeconds(5);

    // Less than the time for which Redis' client waits for an answer. How much longer requests take is for the benchmarks.
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(4);

    private readonly RedisServer _redis = new();
    private readonly TcpGate _gate;
    private readonly List<LoggedApp> _apps = [];

    public RedisOutageTests() => _gate = new TcpGate(_redis.Port);

    public static TheoryData<string> Ways => [.. RedisOutage.All.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task No_request_fails_or_hangs_and_redis_is_used_again_afterwards(string way)
    {
        var outage = RedisOutage.All[way];
        var app = await StartAsync();
        outage.Break(_redis, _gate);
        app = outage.IsThereAtStart ? NewApp() : app;
        var requests = await RequestsAsync(app);
        var lines = app.Lines.Count;

        var failing = await SteadyLoad.RunAsync(Phase, requests);

        Assert.Equal(0, failing.Failures);
        Assert.InRange(failing.Slowest, TimeSpan.Zero, Hang);
        Assert.InRange(app.Lines.Count - lines, 0, Phase.TotalSeconds);
        outage.Heal(_redis, _gate);
        var link = app.Services.GetRequiredService<RedisLink>();
        await Eventually.HoldsAsync(
            async () => (await SteadyLoad.RunAsync(HealingStep, requests)).Failures == 0 && link.IsInUse, HealingLimit);
    }

    [Fact]
    public async Task Waiting_for_a_hung_redis_as_its_client_does_would_be_noticed()
    {
        var requests = await RequestsAsync(await StartAsync());
        using var client = await ConnectionMultiplexer.ConnectAsync(_redis.ConnectionString);
        async Task<bool> PatientAsync(int number)
        {
            Task read = client.GetDatabase().StringGetAsync("page").WaitAsync(ClientTimeOut);
            await read.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return await requests(number);
        }

        _redis.Stop();

        var hung = await SteadyLoad.RunAsync(TimeSpan.FromSeconds(1), PatientAsync);

        Assert.InRange(hung.Slowest, Hang, TimeSpan.MaxValue);
    }

    public void Dispose()
    {
        _apps.ForEach(app => app.Dispose());
        _gate.Dispose();
        _redis.Dispose();
    }

    private async Task<LoggedApp> StartAsync()
    {
        var app = NewApp();
        await app.Caller().ListAsync("");
        Assert.Null(await app.Services.GetRequiredService<RedisLink>().TryOutAsync(CancellationToken.None));
        return app;
    }

    private LoggedApp NewApp()
    {
        var app = new LoggedApp { Settings = { ["ConnectionStrings:Redis"] = $"127.0.0.1:{_gate.Port}" } };
        _apps.Add(app);
        return app;
    }

    // Nine reads and a write, in turn: after each write every page has to be loaded anew.
    private static async Task<Func<int, Task<bool>>> RequestsAsync(MetadataApp app)
    {
        var caller = app.Caller();
        var id = (await caller.PutAsync(Uploads.Of("Фильм", 2000))).Results[0].MovieId;
        for (var page = 0; page < Pages; page++)
        {
            await caller.ListAsync($"pageSize={page + 1}");
        }

        return async number =>
        {
            using var answer = number % 10 == 0
                ? await caller.SendAsync(HttpMethod.Patch, $"movies/{id}", $$"""{"title":"{{Guid.NewGuid()}}"}""")
                : await caller.Http.GetAsync($"/api/v1/movies?pageSize={(number % Pages) + 1}");
            return answer.StatusCode == HttpStatusCode.OK;
        };
    }

    private sealed class LoggedApp() : MetadataApp(""), ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception));

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureLogging(logging => logging.AddProvider(this));
        }
    }
}
