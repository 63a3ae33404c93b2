using Gateway.Edge.Pages;
using Metadata.Client;

namespace Gateway.Catalog;

internal static class CatalogServices
{
    public static IServiceCollection AddCatalog(this IServiceCollection services)
    {
        services.AddCheckedOptions<CatalogOptions>(CatalogOptions.Section);
        services.AddMetadataClient(withWriteKey: false)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
                ConnectTimeout = TimeSpan.FromSeconds(1),
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            })
            .AddHttpMessageHandler<PageStamp.Reader>()
            .RemoveAllLoggers();
        services.AddScoped<CatalogRelay>();
        services.AddScoped<HomeRows>();
        return services;
    }
}
