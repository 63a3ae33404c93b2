using Metadata.Client;

namespace Scraper.Publishing;

internal static class PublishingServices
{
    public static void AddPublishing(this IServiceCollection services)
    {
        services.AddCheckedOptions<PublishingOptions>("Publishing");
        services.AddMetadataClient(withWriteKey: true);
        services.AddEditingClients();
        services.AddTransient<AcceptedUploads>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<OutboxSender>();
        services.AddSingleton<OutboxDrain>();
    }
}
