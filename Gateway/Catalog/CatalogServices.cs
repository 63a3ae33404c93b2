using Metadata.Client;

namespace Gateway.Catalog;

internal static class CatalogServices
{
    public static IServiceCollection AddCatalog(this IServiceCollection services)
    {
        services.AddCheckedOptions<CatalogOptions>(CatalogOptions.Section);
        services.AddScoped<CatalogRelay>();
        services.AddScoped<HomeRows>();
        return services;
    }
}
