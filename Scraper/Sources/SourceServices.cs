using Microsoft.Extensions.Options;
using Scraper.Fetching;
using Scraper.Sources.Feeds;
using Scraper.Sources.Files;
using Scraper.Sources.InternetArchive;
using Scraper.Sources.PeerTube;
using Scraper.Sources.Rutube;
using Scraper.Sources.Sites;
using Scraper.Sources.VkVideo;

namespace Scraper.Sources;

internal static class SourceServices
{
    private static readonly SourceRegistration[] Known =
    [
        new(RutubeSource.SourceName, RutubeSource.Defaults, RutubeTargets.Read, (provider, options) =>
            ActivatorUtilities.CreateInstance<RutubeSource>(provider, options)),
        new(ArchiveSource.SourceName, ArchiveSource.Defaults, ArchiveTargets.Read, (provider, options) =>
            ActivatorUtilities.CreateInstance<ArchiveSource>(provider, options)),
        new(PeerTubeSource.SourceName, PeerTubeSource.Defaults, PeerTubeTargets.Read, (provider, options) =>
            ActivatorUtilities.CreateInstance<PeerTubeSource>(provider, options)),
        new(VkSource.SourceName, VkSource.Defaults, VkTargets.Read, (provider, options) =>
            ActivatorUtilities.CreateInstance<VkSource>(provider, options)),
        new(FeedSource.SourceName, FeedSource.Defaults, FeedTargets.Read, (provider, options) =>
            ActivatorUtilities.CreateInstance<FeedSource>(provider, options)),
        new(FileSource.SourceName, FileSource.Defaults, FileTargets.Read, (provider, options) =>
            ActivatorUtilities.CreateInstance<FileSource>(provider, options)),
    ];

    /// <summary>Adds <see cref="SourceCatalog"/> with every source. The host supplies the <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddSources(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddFetching();
        services.AddSites(configuration);
        services.AddSingleton<IValidateOptions<SourceSettings>, SourceSettings.Validation>();
        services.AddOptions<SourceSettings>()
            .Configure<SiteFolder>((settings, sites) => settings.Read(configuration.GetSection("Sources"), WithSites(sites)))
            .ValidateOnStart();
        return services.AddSingleton(CreateCatalog);
    }

    private static IReadOnlyList<string> Names => [.. Known.Select(source => source.Name)];

    private static IReadOnlyList<SourceRegistration> WithSites(SiteFolder sites) => [.. Known, .. sites.Registrations(Names)];

    /// <summary>Makes every source anew with what these services give it.</summary>
    internal static SourceCatalog CreateCatalog(IServiceProvider provider)
    {
        var settings = provider.GetRequiredService<IOptions<SourceSettings>>().Value;
        var sites = provider.GetRequiredService<SiteFolder>();
        sites.TellRefused(Names, provider.GetRequiredService<ILogger<SiteFolder>>());
        return new SourceCatalog(
        [
            .. from source in WithSites(sites)
               let options = settings.For(source.Name)
               select new ConfiguredSource(source.Create(provider, options), options),
        ]);
    }
}
