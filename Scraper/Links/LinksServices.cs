using Metadata.Client;

namespace Scraper.Links;

internal static class LinksServices
{
    public static void AddLinks(this IServiceCollection services)
    {
        services.AddCheckedOptions<LinksOptions>("Links");
        services.AddSingleton<LinksRunner>();
        services.AddSingleton<LinksJob>();
    }
}
