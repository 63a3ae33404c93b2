using Metadata.Client;

namespace Metadata.Caching;

internal static class CachingServices
{
    public static IServiceCollection AddQueryCache(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddCheckedOptions<CacheOptions>("Cache");
        return services.AddSingleton(RedisAddress.Read(configuration))
            .AddSingleton<RedisLink>().AddSingleton<SharedAnswers>()
            .AddSingleton<CatalogueVersion>().AddSingleton<SharedLoads<byte[]?>>()
            .AddSingleton<AnswerMemory>().AddSingleton<AnswerAddresses>().AddSingleton<QueryCache>()
            .AddHostedService<WarmUp>();
    }

    /// <summary>Answers from memory what needs no more than that; to stand before everything that may be left out then.</summary>
    public static void UseAnswersInMemory(this WebApplication app)
    {
        app.Use(app.Services.GetRequiredService<AnswerAddresses>().AnswerAsync);
        // Else routing would come first of all.
        app.UseRouting();
    }
}
