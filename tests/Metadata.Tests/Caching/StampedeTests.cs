using System.Net;
using Hosts;
using Metadata.Client;
using Npgsql;

namespace Metadata.Tests.Caching;

/// <summary>A thousand visitors for one page that is not in the cache. PostgreSQL counts what they cost.</summary>
public abstract class StampedeTests : IDisposable
{
    private const int Visitors = 1_000;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    private readonly PostgresApp _app = new();
    private readonly Caller _caller;

    protected StampedeTests(string redis)
    {
        _app.Settings["ConnectionStrings:Redis"] = redis;
        _caller = _app.Caller();
    }

    [Fact]
    public async Task A_thousand_at_once_cost_as_much_as_one()
    {
        await FillAsync();
        var one = await CostAsync(() => _caller.ListAsync("sort=new"));

        var thousand = await CostAsync(() => AllAsync(Enumerable.Repeat("sort=year", Visitors)));

        Assert.Equal((true, one), (one > 0, thousand));
    }

    [Fact]
    public async Task Twenty_different_pages_cost_twenty_times_as_much()
    {
        await FillAsync();
        var one = await CostAsync(() => _caller.ListAsync("sort=new"));

        var twenty = await CostAsync(() => AllAsync(Enumerable.Range(1, 20).Select(number => $"sort=new&yearFrom={number}")));

        Assert.Equal(20 * one, twenty);
    }

    [Fact]
    public async Task Who_leaves_disturbs_nobody()
    {
        await FillAsync();
        var one = await CostAsync(() => _caller.ListAsync("sort=new"));
        PageOf<MovieSummary>? page = null;

        var cost = await CostAsync(async () =>
        {
            await using var locked = await LockMoviesAsync();
            using var leaving = new CancellationTokenSource();
            var leavers = Enumerable.Range(0, Visitors - 1).Select(_ => _caller.Http.GetAsync("/api/v1/movies?sort=year", leaving.Token)).ToList();
            var last = _caller.ListAsync("sort=year");
            await EventuallyAsync(async () => await WaitingAsync() == 1);
            await leaving.CancelAsync();
            Assert.All(await Task.WhenAll(leavers.Select(IsCancelledAsync)), Assert.True);
            await locked.DisposeAsync();
            page = await last;
        });

        Assert.Equal((one, 5), (cost, page!.Items.Count));
    }

    [Fact]
    public async Task When_all_leave_the_query_ends()
    {
        await FillAsync();
        await using var locked = await LockMoviesAsync();
        using var leaving = new CancellationTokenSource();
        var leavers = Enumerable.Range(0, 100).Select(_ => _caller.Http.GetAsync("/api/v1/movies?sort=year", leaving.Token)).ToList();
        await EventuallyAsync(async () => await WaitingAsync() == 1);

        await leaving.CancelAsync();

        Assert.All(await Task.WhenAll(leavers.Select(IsCancelledAsync)), Assert.True);
        await EventuallyAsync(async () => await WaitingAsync() == 0);
    }

    public void Dispose()
    {
        _app.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task FillAsync()
    {
        await _caller.PutAsync([.. Enumerable.Range(1, 5).Select(number => Uploads.Of($"Фильм {number}", 2000 + number))]);

        // Until the service has read its own write back: that look is not to be counted.
        await EventuallyAsync(async () => (await _caller.ListAsync("sort=title")).Total == 5);
    }

    private async Task AllAsync(IEnumerable<string> queries)
    {
        var answers = await Task.WhenAll(queries.Select(query => _caller.Http.GetAsync($"/api/v1/movies?{query}")));
        var bodies = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Single(bodies.Distinct(StringComparer.Ordinal));
    }

    // How often the server has looked through the films. It adds up when a session ends.
    private async Task<long> CostAsync(Func<Task> ask)
    {
        var before = await LooksAsync();
        await ask();
        return await LooksAsync() - before;
    }

    private async Task<long> LooksAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await EventuallyAsync(async () => await ReadAsync(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()") == 0);
        return await ReadAsync(
            """SELECT seq_scan + COALESCE(idx_scan, 0) FROM pg_stat_user_tables WHERE relname = 'Movies'""");
    }

    private Task<long> WaitingAsync() => ReadAsync(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");

    private async Task<long> ReadAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{_app.ConnectionString};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    // Until it is disposed of, no query of films ends.
    private async Task<NpgsqlConnection> LockMoviesAsync()
    {
        var connection = new NpgsqlConnection($"{_app.ConnectionString};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("""BEGIN; LOCK TABLE "Movies" IN ACCESS EXCLUSIVE MODE""", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private static async Task<bool> IsCancelledAsync(Task request)
    {
        await request.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return request.IsCanceled;
    }

    private static Task EventuallyAsync(Func<Task<bool>> holds) => Eventually.HoldsAsync(holds, Deadline);

    public sealed class InProcess() : StampedeTests("");

    public sealed class WithRedis(WithRedis.Server server) : StampedeTests(server.Redis.ConnectionString), IClassFixture<WithRedis.Server>
    {
        public sealed class Server : IDisposable
        {
            public RedisServer Redis { get; } = new();

            public void Dispose() => Redis.Dispose();
        }
    }
}
