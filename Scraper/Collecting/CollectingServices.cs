using Metadata.Client;
using Scraper.Journal;

namespace Scraper.Collecting;

internal static class CollectingServices
{
    public static void AddCollecting(this IServiceCollection services)
    {
        services.AddCheckedOptions<CollectingOptions>("Collecting");
        services.AddSingleton<Collector>();
        services.AddSingleton<OutboxRoom>();
        services.AddSingleton<RunBooks>();
        services.AddSingleton<SourceRunner>();
        services.AddSingleton<SourceKeeper>();
    }
}
