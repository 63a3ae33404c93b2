using Scraper.Publishing;

namespace Scraper.Operations;

/// <summary>Keeps the outbox empty for as long as the service runs.</summary>
internal sealed class SendingService(OutboxSender sender) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => sender.RunAsync(stoppingToken);
}
