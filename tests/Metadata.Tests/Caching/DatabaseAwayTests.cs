using System.Net;
using Hosts;
using Metadata.Caching;
using Microsoft.Extensions.DependencyInjection;

namespace Metadata.Tests.Caching;

/// <summary>A replica whose way to the database fails.</summary>
public sealed class DatabaseAwayTests : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    private readonly PostgresApp _healthy = new();
    private readonly TcpGate _gate = new(PostgresServer.Shared.Port);
    private readonly CutOffApp _app;
    private readonly Caller _caller;

    public DatabaseAwayTests()
    {
        _app = new CutOffApp(_healthy.ConnectionString.Replace(
            $"Port={PostgresServer.Shared.Port}", $"Port={_gate.Port}", StringComparison.Ordinal));
        _caller = _app.Caller();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_in_memory_are_served_as_they_were_and_catch_up_afterwards(bool hangs)
    {
        await _caller.PutAsync(Uploads.Of("Раз", 2000));
        Assert.Equal(["Раз"], await _caller.TitlesAsync("sort=new"));
        Break(hangs);
        await _healthy.Caller().PutAsync(Uploads.Of("Два", 2000));
        await Eventually.HoldsAsync(async () => await _caller.TitlesAsync("sort=new") is ["Раз"] && Version.Trouble is not null, Deadline);

        var titles = new List<string[]>();
        for (var round = 0; round < 200; round++)
        {
            titles.Add(await _caller.TitlesAsync("sort=new"));
        }

        Assert.All(titles, seen => Assert.Equal(["Раз"], seen));
        _gate.Open();
        await Eventually.HoldsAsync(async () => (await _caller.TitlesAsync("sort=new")).Length == 2, Deadline);
        Assert.Null(Version.Trouble);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_that_are_not_in_memory_fail_with_a_problem(bool hangs)
    {
        await _caller.PutAsync(Uploads.Of("Раз", 2000));
        await _caller.TitlesAsync("sort=new");
        Break(hangs);

        using var answer = await _caller.Http.GetAsync("/api/v1/movies?sort=year");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (answer.StatusCode, answer.Headers.Contains("Retry-After")));
        await Caller.ProblemAsync(answer);
    }

    [Fact]
    public async Task A_write_that_cannot_be_read_back_is_seen_once_it_can()
    {
        var id = (await _caller.PutAsync(Uploads.Of("Раз", 2000))).Results[0].MovieId;
        await _caller.TitlesAsync("sort=new");
        Break(hangs: false);
        await _app.Services.GetRequiredService<CatalogueVersion>().RefreshAsync();
        await _healthy.Caller().SendAsync(HttpMethod.Patch, $"movies/{id}", """{"title":"Два"}""");

        _gate.Open();

        await Eventually.HoldsAsync(async () => await _caller.TitlesAsync("sort=new") is ["Два"], Deadline);
    }

    public void Dispose()
    {
        _gate.Dispose();
        _app.Dispose();
        _healthy.Dispose();
    }

    private CatalogueVersion Version => _app.Services.GetRequiredService<CatalogueVersion>();

    private void Break(bool hangs)
    {
        if (hangs)
        {
            _gate.Hold();
        }
        else
        {
            _gate.Cut();
        }
    }

    private sealed class CutOffApp(string connectionString) : MetadataApp(connectionString);
}
