using Metadata.Client;
using Scraper.Fetching.Browsing;
using Scraper.Fetching.Pacing;
using Scraper.Fetching.Robots;

namespace Scraper.Fetching;

internal static class FetchingServices
{
    /// <summary>Adds <see cref="PoliteHttpFactory"/>. The host supplies the <see cref="TimeProvider"/> and the journal.</summary>
    public static IServiceCollection AddFetching(this IServiceCollection services)
    {
        services.AddCheckedOptions<NetworkOptions>("Network");
        services.AddCheckedOptions<BrowserOptions>("Browser");
        services.AddSingleton<SharedPaces>();
        services.AddSingleton<RobotsCopies>();
        return services.AddSingleton<PoliteHttpFactory>().AddSingleton<BrowserPool>().AddSingleton<RenderedHttpFactory>();
    }
}
