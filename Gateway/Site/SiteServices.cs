using Gateway.Site.Feeds;
using Gateway.Site.Pages;
using Gateway.Site.Sitemaps;
using Metadata.Client;

namespace Gateway.Site;

internal static class SiteServices
{
    public static IServiceCollection AddSite(this IServiceCollection services)
    {
        services.AddCheckedOptions<SiteOptions>(SiteOptions.Section);
        services.AddSingleton<VueSite>();
        services.AddSingleton<SiteOrigin>();
        services.AddSingleton<OpeningData>();
        services.AddSingleton<SitePages>();
        services.AddSingleton<FilmMemory>();
        services.AddSingleton<FilmRegister>();
        services.AddSingleton<ShowSitemap>();
        services.AddScoped<FilmLookup>();
        services.AddSingleton<ShowFeed>();
        return services;
    }
}
