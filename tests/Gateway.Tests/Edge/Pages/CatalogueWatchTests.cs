using Gateway.Edge.Pages;
using Hosts;
using Metadata.Client;
using Microsoft.Extensions.DependencyInjection;
using static Gateway.Tests.Catalog.ReadCatalogTests;

namespace Gateway.Tests.Edge.Pages;

public class CatalogueWatchTests
{
    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch);

    [Fact]
    public async Task Nobody_asks_so_nobody_looks()
    {
        await using var app = await GatewayApp.StartAsync(_clock);

        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(0, app.Metadata.Looks);
    }

    [Fact]
    public async Task A_thousand_who_ask_at_once_are_one_look()
    {
        await using var app = await GatewayApp.StartAsync(_clock);
        var watch = app.Services.GetRequiredService<CatalogueWatch>();

        await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => watch.ReadAsync(false, CancellationToken.None).AsTask()));

        Assert.Equal((1, "a1"), (app.Metadata.Looks, Stamp(watch)));
    }

    [Fact]
    public async Task In_a_steady_stream_the_next_look_is_taken_before_anybody_has_to_wait()
    {
        await using var app = await GatewayApp.StartAsync(_clock);
        var watch = app.Services.GetRequiredService<CatalogueWatch>();
        await watch.ReadAsync(false, CancellationToken.None);
        app.Metadata.Change();

        _clock.Advance(CatalogueWatch.CheckInterval * 0.75);
        Assert.True(watch.TryRead(out _));
        await Until(() => Stamp(watch) == "a2");
        _clock.Advance(CatalogueWatch.CheckInterval * 0.75);

        Assert.True(watch.TryRead(out _));
    }

    [Fact]
    public async Task A_replica_that_lags_does_not_turn_the_clock_back()
    {
        await using var app = await GatewayApp.StartAsync(_clock);
        var watch = app.Services.GetRequiredService<CatalogueWatch>();
        app.Metadata.Mark = new CatalogueMark(1, 7, "new");
        await watch.ReadAsync(false, CancellationToken.None);
        app.Metadata.Mark = new CatalogueMark(1, 6, "old");

        Assert.Equal("new", await LookAsync(watch, CatalogueWatch.CheckInterval));
    }

    [Fact]
    public async Task An_older_copy_that_has_taken_the_catalogues_place_is_believed_after_a_while()
    {
        await using var app = await GatewayApp.StartAsync(_clock);
        var watch = app.Services.GetRequiredService<CatalogueWatch>();
        app.Metadata.Mark = new CatalogueMark(1, 7, "new");
        await watch.ReadAsync(false, CancellationToken.None);
        app.Metadata.Mark = new CatalogueMark(1, 6, "copy");

        Assert.Equal("copy", await LookAsync(watch, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task A_restored_catalogue_is_believed_at_once()
    {
        await using var app = await GatewayApp.StartAsync(_clock);
        var watch = app.Services.GetRequiredService<CatalogueWatch>();
        app.Metadata.Mark = new CatalogueMark(1, 7, "before");
        await watch.ReadAsync(false, CancellationToken.None);
        app.Metadata.Mark = new CatalogueMark(2, 8, "restored");

        Assert.Equal("restored", await LookAsync(watch, CatalogueWatch.CheckInterval));
    }

    private async Task<string?> LookAsync(CatalogueWatch watch, TimeSpan later)
    {
        _clock.Advance(later);
        return (await watch.ReadAsync(false, CancellationToken.None)).Stamp;
    }

    private static string? Stamp(CatalogueWatch watch)
    {
        watch.TryRead(out var sighting);
        return sighting.Stamp;
    }
}
