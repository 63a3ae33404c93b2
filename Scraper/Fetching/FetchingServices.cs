using Metadata.Client;
using Scraper.Fetching.Browsing;

namespace Scraper.Fetching;

internal static class FetchingServices
{
    /// <summary>Adds <see cref="PoliteHttpFactory"/>. The host supplies the <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddFetching(this IServiceCollection services)
    {
        services.AddCheckedOptions<NetworkOptions>("Network");
        services.AddCheckedOptions<BrowserOptions>("Browser");
        return services.AddSingleton<PoliteHttpFactory>().AddSingleton<BrowserPool>().AddSingleton<RenderedHttpFactory>();
    }
}
