namespace Scraper.Sources;

internal static class SourceServices
{
    public static void AddSources(this IServiceCollection services, IConfiguration configuration)
    {
        foreach (var source in configuration.GetSection("Sources").GetChildren())
        {
            services.AddOptions<SourceOptions>(source.Key).Bind(source);
        }
    }
}
