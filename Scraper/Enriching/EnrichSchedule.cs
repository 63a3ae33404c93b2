using Microsoft.Extensions.Options;
using Quartz;

namespace Scraper.Enriching;

/// <summary>Hands the enrichment's times to Quartz when the service starts.</summary>
internal sealed class EnrichSchedule(ISchedulerFactory schedulers, IOptions<EnrichmentOptions> options) : IHostedService
{
    private const string JobName = "enrichment";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled)
        {
            return;
        }

        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var job = JobBuilder.Create<EnrichJob>().WithIdentity(JobName).Build();
        var trigger = TriggerBuilder.Create()
            .WithIdentity(JobName)
            .WithCronSchedule(
                options.Value.Cron, cron => cron.WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
            .Build();
        await scheduler.ScheduleJob(job, trigger, cancellationToken: cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
