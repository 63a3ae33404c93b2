using Scraper.Collecting;
using Scraper.Sources;

namespace Scraper.Editing;

/// <summary>A source and targets as typed by an editor.</summary>
internal sealed record ScrapeOrder(SourceCatalog Sources, string SourceName, IReadOnlyList<string> Targets)
{
    /// <exception cref="UsageException">There is no such source, it has no such target, or nothing says what to read.</exception>
    public RunRequest Request(int? limit, DateTimeOffset? since)
    {
        var request = Request(limit);
        return since is not { } moment ? request : request with
        {
            Source = new SinceSource(request.Source),
            Targets = [.. request.Targets.Select(target => SinceSource.TargetOf(moment, target))],
        };
    }

    /// <exception cref="UsageException">There is no such source, it has no such target, or nothing says what to read.</exception>
    public RunRequest Request(int? limit)
    {
        var source = Find(Sources, SourceName);
        if (Targets.Count == 0)
        {
            return source.Request() is { } configured
                ? configured with { Limit = limit }
                : throw new UsageException(
                    $"Nothing says what to read from {source.Name}. Give --target ({string.Join(", ", source.Source.TargetForms)}) "
                    + $"or set Sources:{source.Name}:Targets:0.");
        }

        return new RunRequest(source.Name, source.Source, [.. Targets.Select(text => Read(source.Source, text))], limit);
    }

    /// <exception cref="UsageException">There is no such source.</exception>
    public static ConfiguredSource Find(SourceCatalog sources, string name) =>
        sources.Find(name) ?? throw new UsageException(
            $"There is no source \"{name}\". Did you mean \"{sources.Nearest(name)}\"? "
            + $"Sources: {string.Join(", ", sources.All.Select(source => source.Name))}.");

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
