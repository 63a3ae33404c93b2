using Microsoft.Extensions.Options;

namespace Metadata.Caching;

internal static class CachingServices
{
    public static IServiceCollection AddQueryCache(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CacheOptions>().BindConfiguration("Cache").ValidateOnStart();
        services.AddSingleton<IValidateOptions<CacheOptions>, CacheOptionsCheck>();
        return services.AddSingleton(RedisAddress.Read(configuration))
            .AddSingleton<RedisLink>().AddSingleton<CatalogueVersion>().AddSingleton<QueryCache>();
    }
}
