using Metadata.Client;

namespace Gateway.Site.Posters;

internal static class PosterServices
{
    private const int ConnectionsPerHost = 4;

    public static IServiceCollection AddPosters(this IServiceCollection services)
    {
        services.AddCheckedOptions<PosterOptions>(PosterOptions.Section);
        services.AddCheckedOptions<NetworkOptions>(NetworkOptions.Section);
        services.AddSingleton<GuardedConnection>();
        services.AddSingleton<PictureShelf>();
        services.AddSingleton<RestingHosts>();
        services.AddSingleton<PictureWaiting>();
        services.AddSingleton<FilmPictures>();
        services.AddSingleton<VipsThumbnail>();
        services.AddSingleton<PictureMaker>();
        services.AddSingleton<PictureLinks>();
        services.AddSingleton<PictureJson>();
        services.AddHttpClient<PictureFetcher>(http =>
            {
                http.Timeout = Timeout.InfiniteTimeSpan;
                http.DefaultRequestHeaders.UserAgent.ParseAdd("OnlineCinema/1.0 (posters)");
                http.DefaultRequestHeaders.Accept.ParseAdd("image/avif,image/webp,image/jpeg,image/png,image/gif");
            })
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                ConnectCallback = provider.GetRequiredService<GuardedConnection>().OpenAsync,
                AllowAutoRedirect = false,
                UseProxy = false,
                UseCookies = false,
                MaxConnectionsPerServer = ConnectionsPerHost,
                ActivityHeadersPropagator = null,
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            })
            .RemoveAllLoggers();
        return services;
    }
}
