namespace Scraper.Sources;

internal static class SourceServices
{
    public static IServiceCollection AddSources(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(new SourceCatalog([]));
}
