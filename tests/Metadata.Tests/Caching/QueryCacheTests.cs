using System.Data.Common;
using System.Text;
using Hosts;
using Metadata.Caching;
using Metadata.Client;
using Metadata.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Metadata.Tests.Caching;

public abstract class QueryCacheTests : IDisposable
{
    private readonly SqliteApp _app = new();

    protected QueryCacheTests(string redis) => _app.Settings["ConnectionStrings:Redis"] = redis;

    private QueryCache Cache => _app.Services.GetRequiredService<QueryCache>();

    [Fact]
    public async Task The_second_answer_needs_no_load()
    {
        var loads = 0;
        await AskAsync(() => ++loads);

        await AskAsync(() => ++loads);

        Assert.Equal(1, loads);
    }

    [Fact]
    public async Task A_write_is_seen_at_once()
    {
        var caller = _app.Caller();
        var upload = Uploads.Of("Раз", 2000);
        Assert.Empty(await caller.TitlesAsync(""));
        var id = (await caller.PutAsync(upload)).Results[0].MovieId;
        Assert.Equal(["Раз"], await caller.TitlesAsync(""));
        await caller.SendAsync(HttpMethod.Patch, $"movies/{id}", """{"title":"Два"}""");
        Assert.Equal(["Два"], await caller.TitlesAsync(""));
        await caller.SendAsync(HttpMethod.Delete, $"movies/{id}", null);
        Assert.Empty(await caller.TitlesAsync(""));
    }

    [Fact]
    public async Task A_write_during_a_load_outdates_what_is_loaded()
    {
        var loading = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var loads = 0;
        var early = Cache.AnswerAsync("key", MetadataJson.Default.FacetCount, async (_, _) =>
        {
            loads++;
            loading.SetResult();
            await written.Task;
            return new FacetCount("before the write", 1);
        }, CancellationToken.None);
        await loading.Task;
        await _app.Caller().PutAsync(Uploads.Of("Написан", 2000));
        written.SetResult();
        await early;

        var late = await AskAsync(() => ++loads);

        Assert.Equal((2, """{"name":"key","count":2}"""), (loads, late));
    }

    [Fact]
    public async Task Parameters_that_mean_the_same_share_an_answer()
    {
        var caller = _app.Caller();
        await caller.PutAsync(Uploads.Of("Раз", 2000) with { Genres = ["драма", "ужасы"] });
        await caller.ListAsync("genre=Драма&genre=ужасы&page=1&utm=1");
        await using (var scope = _app.Services.CreateAsyncScope())
        {
            // Behind the cache's back: only an answer from the cache still has the film.
            await using var connection = new Microsoft.Data.Sqlite.SqliteConnection(scope.ServiceProvider.GetRequiredService<DatabaseAddress>().ConnectionString);
            await connection.OpenAsync();
            await ExecuteAsync(connection, "PRAGMA foreign_keys = OFF; DELETE FROM Movies");
        }

        Assert.Single((await caller.ListAsync("pageSize=24&sort=popular&genre=ужасы&genre=драма&genre=ужасы")).Items);
        Assert.Empty((await caller.ListAsync("genre=ужасы")).Items);
    }

    public void Dispose()
    {
        _app.Dispose();
        GC.SuppressFinalize(this);
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<string> AskAsync(Func<int> load)
    {
        var answer = await Cache.AnswerAsync(
            "key", MetadataJson.Default.FacetCount, (_, _) => Task.FromResult(new FacetCount("key", load())), CancellationToken.None);
        return Encoding.UTF8.GetString(answer.Body.Span);
    }

    public sealed class InProcess() : QueryCacheTests("");

    public sealed class WithRedis(WithRedis.Server server) : QueryCacheTests(server.Redis.ConnectionString), IClassFixture<WithRedis.Server>
    {
        public sealed class Server : IDisposable
        {
            public RedisServer Redis { get; } = new();

            public void Dispose() => Redis.Dispose();
        }
    }
}
