using Metadata.Client;

namespace Gateway.Site;

internal static class SiteServices
{
    public static IServiceCollection AddSite(this IServiceCollection services)
    {
        services.AddCheckedOptions<SiteOptions>(SiteOptions.Section);
        services.AddSingleton<VueSite>();
        services.AddSingleton<FilmMemory>();
        services.AddScoped<FilmLookup>();
        return services;
    }
}
