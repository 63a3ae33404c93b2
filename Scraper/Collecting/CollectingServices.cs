namespace Scraper.Collecting;

internal static class CollectingServices
{
    public static void AddCollecting(this IServiceCollection services)
    {
        services.AddSingleton<Collector>();
        services.AddSingleton<SourceRunner>();
    }
}
