using Scraper.Collecting;
using Scraper.Journal;
using Scraper.Sources;

namespace Scraper.Recording;

/// <summary>Makes sources and the collector as of a moment: a source that reads by the day asks for the days of then.</summary>
internal sealed class SourcesAt(IServiceProvider services)
{
    /// <summary>Null when there is no such source any more. Reads the targets of every kind of run.</summary>
    public ISource? Find(string name, DateTimeOffset moment) =>
        SourceServices.CreateCatalog(new ServicesAt(services, moment)).Find(name)?.Source is { } source
            ? new RetrySource(new SinceSource(source), services.GetRequiredService<RunFailures>())
            : null;

    public Collector Collector(DateTimeOffset moment) =>
        ActivatorUtilities.CreateInstance<Collector>(new ServicesAt(services, moment));

    private sealed class ServicesAt(IServiceProvider services, DateTimeOffset moment) : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType == typeof(TimeProvider) ? new StoppedClock(moment) : services.GetService(serviceType);
    }

    private sealed class StoppedClock(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;
    }
}
