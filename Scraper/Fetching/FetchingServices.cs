namespace Scraper.Fetching;

internal static class FetchingServices
{
    /// <summary>Adds <see cref="PoliteHttpFactory"/>. The host supplies the <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddFetching(this IServiceCollection services)
    {
        services.AddOptions<NetworkOptions>().BindConfiguration("Network").ValidateOnStart();
        return services.AddSingleton<PoliteHttpFactory>();
    }
}
