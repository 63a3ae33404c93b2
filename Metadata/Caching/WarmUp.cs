namespace Metadata.Caching;

/// <summary>Connects to Redis and reads the films before the first visitor needs them.</summary>
internal sealed class WarmUp(CatalogueVersion catalogue, RedisLink redis) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (redis.IsConfigured)
        {
            await redis.TryOutAsync(stoppingToken);
        }

        // Does not throw, and does not wait: readiness tells how far it has come.
        await catalogue.RefreshAsync();
    }
}
