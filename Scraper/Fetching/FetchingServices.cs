using Metadata.Client;

namespace Scraper.Fetching;

internal static class FetchingServices
{
    /// <summary>Adds <see cref="PoliteHttpFactory"/>. The host supplies the <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddFetching(this IServiceCollection services)
    {
        services.AddCheckedOptions<NetworkOptions>("Network");
        return services.AddSingleton<PoliteHttpFactory>();
    }
}
