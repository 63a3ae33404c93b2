using Microsoft.Extensions.Options;
using Quartz;
using Scraper.Sources;

namespace Scraper.Collecting;

/// <summary>The sources together with what the configuration says of them.</summary>
internal sealed class ConfiguredSources(IEnumerable<ISource> sources, IOptionsMonitor<SourceOptions> options)
{
    public IReadOnlyList<ISource> All { get; } = [.. sources];

    public ISource? Find(string name) => All.FirstOrDefault(source => source.Name == name);

    public SourceOptions OptionsOf(ISource source) => options.Get(source.Name);

    /// <summary>The times of its runs.</summary>
    /// <exception cref="OptionsValidationException">The configured text is no cron expression.</exception>
    public CronExpression CronOf(ISource source)
    {
        var cron = OptionsOf(source).Cron;
        return CronExpression.TryParse(cron, out var times) || CronExpression.TryParse(cron, CronFormat.Unix, out times)
            ? times
            : throw Invalid(source, "Cron", cron, "Give minutes, hours, day, month and weekday as crontab does, "
                + "for example \"0 4 * * *\" for every day at 04:00.");
    }

    /// <summary>What the service and a plain "scrape" read; null when nothing is configured.</summary>
    /// <exception cref="OptionsValidationException">A configured target is none of the source's forms.</exception>
    public RunRequest? DefaultRequest(ISource source)
    {
        var targets = OptionsOf(source).Targets.Select((text, index) => ReadTarget(source, text, index)).ToList();
        return targets.Count == 0 ? null : new RunRequest(source.Name, source, targets, Limit: null);
    }

    /// <summary>Whether the service runs it: enabled and told what to read.</summary>
    public bool IsScheduled(ISource source) => OptionsOf(source).Enabled && DefaultRequest(source) is not null;

    private static SourceTarget ReadTarget(ISource source, string text, int index)
    {
        try
        {
            return source.ReadTarget(text);
        }
        catch (FormatException wrong)
        {
            throw Invalid(source, $"Targets:{index}", text, wrong.Message);
        }
    }

    private static OptionsValidationException Invalid(ISource source, string key, string value, string remedy) =>
        new(source.Name, typeof(SourceOptions), [$"Sources:{source.Name}:{key} is \"{value}\". {remedy}"]);
}
