using Metadata.Client;

namespace Scraper.Journal;

internal static class JournalServices
{
    public static void AddJournal(this IServiceCollection services)
    {
        services.AddCheckedOptions<JournalOptions>("Journal");
        services.AddSingleton<DataDirectory>();
        services.AddSingleton<JournalStore>();
        services.AddSingleton<JournalMigrator>();
        services.AddSingleton<JournalClock>();
        services.AddSingleton<PausedJobs>();
        services.AddSingleton<LinkAnswers>();
        services.AddSingleton<RunHistory>();
        services.AddSingleton<RunFailures>();
        services.AddSingleton<RunStarts>();
        services.AddSingleton<RunPruning>();
        services.AddSingleton<Quarantine>();
        services.AddSingleton<RunOrders>();
        services.AddSingleton<ReviewList>();
        services.AddSingleton<Leases>();
        services.AddSingleton<SourceStandings>();
    }
}
