using System.Globalization;
using Metadata.Caching;
using Metadata.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Metadata.Tests.Caching;

/// <summary>People who invent queries, against those who ask for what everybody asks for.</summary>
public sealed class KeyFloodTests : IDisposable
{
    private const int Invented = 100_000;
    private const int Hot = 50;
    private const int Megabytes = 8;

    private readonly SqliteApp _app = new() { Settings = { ["Cache:MaxMegabytes"] = Megabytes.ToString(CultureInfo.InvariantCulture) } };
    private readonly Random _random = new(5);

    // Only a real server knows what the client wrote.
    public KeyFloodTests() => _app.UseKestrel(0);

    private AnswerMemory Memory => _app.Services.GetRequiredService<AnswerMemory>();

    [Fact]
    public async Task A_flood_of_invented_queries_leaves_the_common_ones_in_memory()
    {
        var before = SettledMemory();

        var hits = await FloodAsync(asksForCommonOnes: 4);

        Assert.InRange(hits, 0.95, 1);
        Assert.InRange(Memory.Bytes, 1, Megabytes * 1024 * 1024);
        Assert.InRange(SettledMemory() - before, long.MinValue, 100 * 1024 * 1024);
    }

    [Fact]
    public async Task Queries_that_nobody_repeats_are_flooded_out_of_memory() =>
        Assert.InRange(await FloodAsync(asksForCommonOnes: 0), 0, 0.5);

    [Fact]
    public async Task Parameters_that_nobody_reads_make_no_entry_and_no_load()
    {
        var caller = _app.Caller();
        await caller.PutAsync(Uploads.Of("Раз", 2000));
        await caller.ListAsync("sort=new");
        await caller.ListAsync("sort=new");
        var (answers, addresses) = (Memory.Count, _app.Services.GetRequiredService<AnswerAddresses>().Count);

        for (var round = 0; round < 500; round++)
        {
            await caller.ListAsync($"sort=new&utm{_random.Next()}={_random.Next()}");
        }

        Assert.Equal((1, 1), (answers, addresses));
        Assert.Equal((1, 1), (Memory.Count, _app.Services.GetRequiredService<AnswerAddresses>().Count));
    }

    [Fact]
    public async Task Addresses_are_forgotten_before_they_are_too_many()
    {
        var caller = _app.Caller();
        for (var page = 1; page <= AnswerAddresses.MaxAddresses + 200; page++)
        {
            await caller.ListAsync($"page={page}");
            await caller.ListAsync($"page={page}");
        }

        Assert.InRange(_app.Services.GetRequiredService<AnswerAddresses>().Count, 1, AnswerAddresses.MaxAddresses);
    }

    public void Dispose() => _app.Dispose();

    // The share of common queries answered from memory while the flood runs, or, when none are asked meanwhile, after it.
    private async Task<double> FloodAsync(int asksForCommonOnes)
    {
        var cache = _app.Services.GetRequiredService<QueryCache>();
        var loads = 0;
        Task AskAsync(string key, int length) => cache.AnswerAsync(key, MetadataJson.Default.FacetCount, (_, _) =>
        {
            loads += key.StartsWith("hot", StringComparison.Ordinal) ? 1 : 0;
            return Task.FromResult(new FacetCount(new string('x', length), 1));
        }, CancellationToken.None);

        for (var number = 0; number < Hot; number++)
        {
            await AskAsync($"hot{number}", 10_000);
        }

        (loads, var asked) = (0, 0);
        for (var number = 0; number < Invented; number++)
        {
            await AskAsync($"movies?page={_random.Next()}&q={_random.Next()}", _random.Next(100, 10_000));
            for (var ask = 0; ask < asksForCommonOnes && number % 5 == 0; ask++, asked++)
            {
                await AskAsync($"hot{_random.Next(Hot)}", 10_000);
            }
        }

        for (var number = 0; number < Hot && asksForCommonOnes == 0; number++, asked++)
        {
            await AskAsync($"hot{number}", 10_000);
        }

        return 1 - ((double)loads / asked);
    }

    private static long SettledMemory() => GC.GetTotalMemory(forceFullCollection: true);
}
