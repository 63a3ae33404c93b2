using Metadata.Client;
using Quartz;
using Scraper.Journal;

namespace Scraper.Collecting;

internal static class CollectingServices
{
    public static void AddCollecting(this IServiceCollection services)
    {
        services.AddCheckedOptions<CollectingOptions>("Collecting");
        services.AddSingleton<Collector>();
        services.AddSingleton<OutboxRoom>();
        services.AddSingleton<RunBooks>();
        services.AddSingleton<SourceRunner>();
        services.AddSingleton<SourceKeeper>();
    }

    /// <summary>What only the service needs: times, the first run, orders.</summary>
    public static void AddSchedule(this IServiceCollection services)
    {
        services.AddSingleton<StarterLoader>();
        services.AddSingleton<ScheduledRun>();
        services.AddSingleton<Schedule>();
        services.AddQuartz(quartz => quartz.ConfigureScheduler(options => options.InstanceName = "scraper"));
        services.AddHostedService<ScheduleService>();
        services.AddHostedService<SecondChances>();
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }
}
