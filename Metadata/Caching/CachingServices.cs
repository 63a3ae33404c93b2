using Metadata.Client;

namespace Metadata.Caching;

internal static class CachingServices
{
    public static IServiceCollection AddQueryCache(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddCheckedOptions<CacheOptions>("Cache");
        return services.AddSingleton(RedisAddress.Read(configuration))
            .AddSingleton<RedisLink>().AddSingleton<CatalogueVersion>().AddSingleton<QueryCache>();
    }
}
