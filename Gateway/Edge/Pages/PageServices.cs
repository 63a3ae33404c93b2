using Metadata.Caching;
using Metadata.Client;

namespace Gateway.Edge.Pages;

internal static class PageServices
{
    public static IServiceCollection AddPageCache(this IServiceCollection services)
    {
        services.AddCheckedOptions<PageOptions>(PageOptions.Section);
        return services.AddSingleton<SharedPages>().AddSingleton<PageMemory>().AddSingleton<KeptPages>()
            .AddSingleton<CatalogueWatch>().AddTransient<PageStamp.Reader>()
            .AddSingleton(provider => new SharedLoads<MadePage>(
                provider.GetRequiredService<TimeProvider>(), made => made.IsFailure))
            .AddSingleton<PageMaker>().AddSingleton<PageAddresses>().AddSingleton<PageCache>();
    }

    /// <summary>Answers from memory what needs no more than that; to stand before everything that may be left out then.</summary>
    public static void UsePagesInMemory(this WebApplication app) =>
        app.Use(app.Services.GetRequiredService<PageAddresses>().AnswerAsync);
}
