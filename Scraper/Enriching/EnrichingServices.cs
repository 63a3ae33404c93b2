using Metadata.Client;

namespace Scraper.Enriching;

internal static class EnrichingServices
{
    public static void AddEnriching(this IServiceCollection services)
    {
        services.AddCheckedOptions<StarterOptions>("Starter");
        services.AddSingleton<StarterFile>();
        services.AddSingleton<KnownFilms>();
    }
}
