namespace Scraper.Enriching;

internal static class EnrichingServices
{
    public static void AddEnriching(this IServiceCollection services)
    {
        services.AddOptions<StarterOptions>().BindConfiguration("Starter").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<StarterFile>();
        services.AddSingleton<KnownFilms>();
    }
}
