using Metadata.Client;

namespace Scraper.Recording;

internal static class RecordingServices
{
    public static void AddRecording(this IServiceCollection services)
    {
        services.AddCheckedOptions<RecordingOptions>("Recording");
        services.AddSingleton<RecordingFolder>();
        services.AddSingleton<RecordingLimits>();
        services.AddSingleton<HeldAnswers>();
        services.AddSingleton<Recordings>();
        services.AddSingleton<SourcesAt>();
        services.AddSingleton<Replays>();
    }
}
