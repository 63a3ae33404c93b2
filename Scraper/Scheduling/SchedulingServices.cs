using Quartz;
using Scraper.Collecting;
using Scraper.Journal;

namespace Scraper.Scheduling;

internal static class SchedulingServices
{
    /// <summary>How often a process that serves tells the others that it lives.</summary>
    public static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(2);

    // A job waits for its hosts, not for a processor.
    private const int MaxJobsAtOnce = 50;

    /// <summary>What the service does by itself, for the commands that speak of it.</summary>
    public static void AddPlannedJobs(this IServiceCollection services) => services.AddSingleton<PlannedJobs>();

    /// <summary>What only the service needs.</summary>
    /// <param name="configuration">Complete: where the journal is decides whether Quartz keeps its jobs there too.</param>
    public static void AddSchedule(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<StarterLoader>();
        services.AddSingleton<DueJobs>();
        services.AddSingleton<DueRounds>();
        services.AddSingleton<Schedule>();
        services.AddSingleton<ServicePresence>();
        services.AddSingleton<StuckTriggers>();
        services.AddSingleton<ServiceWatch>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options => options.InstanceName = "scraper");
            quartz.UseDefaultThreadPool(MaxJobsAtOnce);
            if (JournalServer.Find(configuration) is { } server)
            {
                quartz.UsePersistentStore(store => Share(store, server));
            }
        });
        services.AddHostedService<ScheduleService>();
        services.AddHostedService<SecondChances>();
        // Started by the schedule, once the clock is known to be right.
        services.AddQuartzHostedService(options => (options.WaitForJobsToComplete, options.AutoStart) = (true, false));
    }

    private static void Share(IPersistentStoreBuilder store, string server)
    {
        store.ProvisionSchema();
        store.UsePostgres(server);
        store.UseSystemTextJsonSerializer();
        store.UseClustering(cluster =>
            (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (CheckIn, CheckIn));
    }
}
