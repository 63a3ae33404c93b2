using Metadata.Client;
using Scraper.Collecting;
using Scraper.Enriching;
using Scraper.Journal;
using Scraper.Links;
using Scraper.Publishing;
using Scraper.Recording;
using Scraper.Scheduling;
using Scraper.Sources;

namespace Scraper.Operations;

internal static class ScraperServices
{
    /// <summary>The parts that the service and the commands share, in the order a film passes them.</summary>
    public static void AddScraper(this IHostApplicationBuilder builder)
    {
        builder.Configuration.AddSecretFiles();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSources(builder.Configuration);
        builder.Services.AddEnriching();
        builder.Services.AddCollecting();
        builder.Services.AddJournal();
        builder.Services.AddRecording();
        builder.Services.AddPublishing();
        builder.Services.AddLinks();
        builder.Services.AddPlannedJobs();
    }
}
