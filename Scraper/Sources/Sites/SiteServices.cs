using Microsoft.Extensions.DependencyInjection.Extensions;
using Scraper.Journal;

namespace Scraper.Sources.Sites;

internal static partial class SiteServices
{
    public const string DirectoryKey = "Sources:SitesDirectory";

    // Stands for a host that could not be read from a definition that is refused.
    private static readonly Uri NoHost = new("https://refused.invalid/");

    public static IServiceCollection AddSites(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<SiteFetching>();
        services.TryAddSingleton<DataDirectory>();
        return services.AddSingleton(provider => configuration[DirectoryKey] is { Length: > 0 } directory && Directory.Exists(directory)
            ? SiteFolder.Load(directory, provider.GetRequiredService<TimeProvider>())
            : SiteFolder.Empty);
    }

    /// <summary>The sites as sources, the refused ones too: they tell what is wrong with them when they are asked for.</summary>
    /// <param name="taken">Names of sources that are no sites.</param>
    public static IEnumerable<SourceRegistration> Registrations(this SiteFolder sites, IReadOnlyList<string> taken) =>
        from site in sites.Sites
        where !taken.Contains(site.Name, StringComparer.OrdinalIgnoreCase)
        select new SourceRegistration(
            site.Name,
            new SourceOptions
            {
                BaseUrl = site.Definition?.BaseUrl ?? NoHost,
                Targets = [SiteSource.Target],
                Cron = "0 0 5 * * ?",
                PageLimit = 1000,
            },
            text => SiteSource.ReadTarget(site.Name, text),
            (provider, options) => site.IsSound
                ? ActivatorUtilities.CreateInstance<SiteSource>(provider, site.Definition!, options)
                : new RefusedSite(site));

    /// <summary>Tells which sites are not read, and why.</summary>
    public static void TellRefused(this SiteFolder sites, IReadOnlyList<string> taken, ILogger logger)
    {
        foreach (var site in sites.Sites)
        {
            if (taken.Contains(site.Name, StringComparer.OrdinalIgnoreCase))
            {
                LogRefused(logger, $"The site in {site.File} is not read: \"{site.Name}\" is the name of another source. Change its id.");
            }
            else if (!site.IsSound)
            {
                LogRefused(logger, new RefusedSite(site).Message);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "{Reason}")]
    private static partial void LogRefused(ILogger logger, string reason);
}
