using Gateway.Edge;
using Gateway.Edge.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gateway.Tests.Edge.Pages;

/// <summary>People who invent addresses, against those who ask for what everybody asks for.</summary>
public class KeyFloodTests
{
    private const int Invented = 100_000;
    private const int Hot = 50;
    private const int Megabytes = 8;

    private readonly PageMemory _memory = new(Options.Create(new PageOptions { MaxMegabytes = Megabytes }));
    private readonly Random _random = new(5);

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(100)]
    public void A_flood_of_invented_pages_leaves_the_common_ones_in_memory(int inventedForEachCommonOne)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var hits = Flood(inventedForEachCommonOne);

        Assert.InRange(hits, 0.95, 1);
        Assert.InRange(_memory.Bytes, 1, Megabytes * 1024 * 1024);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 100 * 1024 * 1024);
        GC.KeepAlive(_memory);
    }

    [Fact]
    public void Pages_that_nobody_ever_repeated_are_flooded_out_of_memory() =>
        Assert.InRange(Flood(int.MaxValue, asksBefore: 1), 0, 0.5);

    [Fact]
    public void A_page_larger_than_all_there_is_room_for_is_not_kept()
    {
        _memory.Keep("large", PageOf(Megabytes * 1024 * 1024));

        Assert.Equal((0, 0L), (_memory.Count, _memory.Bytes));
    }

    [Fact]
    public async Task Parameters_that_nobody_reads_make_no_entry_and_no_question()
    {
        await using var app = await GatewayApp.StartAsync("RateLimits:PerMinute=1000000");
        app.Metadata.On("/api/v1/movies", StubMetadata.Page(1));
        await app.Client.GetStringAsync("/api/v1/movies?sort=new");
        await app.Client.GetStringAsync("/api/v1/movies?sort=new");

        for (var round = 0; round < 500; round++)
        {
            await app.Client.GetStringAsync($"/api/v1/movies?sort=new&utm{_random.Next()}={_random.Next()}");
        }

        Assert.Equal(1, app.Services.GetRequiredService<PageMemory>().Count);
        Assert.Equal(1, app.Services.GetRequiredService<PageAddresses>().Count);
        Assert.Single(app.Metadata.Requests);
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("page=x")]
    [InlineData("pageSize=1000000000")]
    [InlineData("sort=best")]
    public async Task Bad_values_make_no_entry_and_no_question(string query)
    {
        await using var app = await GatewayApp.StartAsync();

        using var response = await app.GetAsync($"/api/v1/movies?{query}");

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal((0, 0), (app.Services.GetRequiredService<PageMemory>().Count, app.Metadata.Requests.Count));
    }

    [Fact]
    public async Task Addresses_are_forgotten_before_they_are_too_many()
    {
        await using var app = await GatewayApp.StartAsync("RateLimits:PerMinute=1000000");
        app.Metadata.On("/api/v1/movies", StubMetadata.Page(1));
        var addresses = app.Services.GetRequiredService<PageAddresses>();

        await Parallel.ForAsync(1, PageAddresses.MaxAddresses + 500, async (number, token) =>
            await app.Client.GetStringAsync(
                $"/api/v1/movies?page=1{new string('&', number % 200)}&pageSize=24{new string('&', number / 200)}", token));

        Assert.InRange(addresses.Count, 1, PageAddresses.MaxAddresses);
    }

    // The share of common pages found in memory while the flood runs, or, when none are asked for meanwhile, after it.
    private double Flood(int inventedForEachCommonOne, int asksBefore = 2)
    {
        var (asked, found) = (0, 0);
        void Ask(string key, int length)
        {
            var isCommon = key.StartsWith("hot", StringComparison.Ordinal);
            asked += isCommon ? 1 : 0;
            if (_memory.Find(key) is { Page: not null } place)
            {
                place.CountUse();
                found += isCommon ? 1 : 0;
                return;
            }

            _memory.Keep(key, PageOf(length));
        }

        for (var round = 0; round < asksBefore * Hot; round++)
        {
            Ask($"hot{round % Hot}", 10_000);
        }

        (asked, found) = (0, 0);
        for (var number = 0; number < Invented; number++)
        {
            Ask($"movies?page={_random.Next()}&q={_random.Next()}", _random.Next(100, 10_000));
            if (number % inventedForEachCommonOne == inventedForEachCommonOne - 1)
            {
                Ask($"hot{_random.Next(Hot)}", 10_000);
            }
        }

        for (var number = 0; number < Hot && asked < Hot; number++)
        {
            Ask($"hot{number}", 10_000);
        }

        return (double)found / asked;
    }

    private static Page PageOf(int length) =>
        new(new FinishedAnswer(new FinishedBody(new byte[length], "text/plain"), "public"), "a1", DateTimeOffset.UnixEpoch);
}
