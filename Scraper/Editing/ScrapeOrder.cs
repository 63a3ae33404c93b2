using Scraper.Collecting;
using Scraper.Sources;

namespace Scraper.Editing;

/// <summary>A source and targets as typed by an editor.</summary>
internal sealed record ScrapeOrder(ConfiguredSources Sources, string SourceName, IReadOnlyList<string> Targets)
{
    /// <exception cref="UsageException">There is no such source, it has no such target, or nothing says what to read.</exception>
    public RunRequest Request(int? limit)
    {
        var source = Find(Sources, SourceName);
        if (Targets.Count == 0)
        {
            return Sources.DefaultRequest(source) is { } configured
                ? configured with { Limit = limit }
                : throw new UsageException(
                    $"Nothing says what to read from {source.Name}. Give --target ({string.Join(", ", source.TargetForms)}) "
                    + $"or set Sources:{source.Name}:Targets:0.");
        }

        return new RunRequest(source.Name, source, [.. Targets.Select(text => Read(source, text))], limit);
    }

    /// <exception cref="UsageException">There is no such source.</exception>
    public static ISource Find(ConfiguredSources sources, string name)
    {
        var names = sources.All.Select(source => source.Name).ToList();
        return sources.Find(name) ?? throw new UsageException(
            $"There is no source \"{name}\".{NearestWord.Hint(name, names)} Sources: {string.Join(", ", names)}.");
    }

    private static SourceTarget Read(ISource source, string text)
    {
        try
        {
            return source.ReadTarget(text);
        }
        catch (FormatException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }
}
