using Metadata.Client;
using Scraper.Collecting;
using Scraper.Enriching;
using Scraper.Journal;

namespace Scraper.Operations;

/// <summary>The service: schedule, sending and health in one process.</summary>
internal static class ScraperService
{
    private const string DefaultUrl = "http://localhost:8082";

    /// <param name="adjust">Last word on configuration and services.</param>
    public static WebApplication Build(Action<IHostApplicationBuilder> adjust)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.AddScraper();
        builder.Services.AddSchedule();
        builder.Services.AddEnrichingSchedule();
        builder.Services.AddHostedService<SendingService>();
        builder.Services.AddHealthChecks()
            .AddCheck<JournalHealth>("journal")
            .AddCheck<MetadataHealth>("metadata")
            .AddCheck<RunsHealth>("runs");
        adjust(builder);

        var app = builder.Build();
        app.MapServiceHealth("scraper");
        return app;
    }

    /// <summary>Starts on a journal that is up to date, so that nothing meets old tables.</summary>
    public static async Task StartServiceAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        await app.Services.GetRequiredService<JournalMigrator>().EnsureCurrentAsync(cancellationToken);
        await app.StartAsync(cancellationToken);
    }
}
