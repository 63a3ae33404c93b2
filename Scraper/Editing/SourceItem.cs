using Scraper.Sources;

namespace Scraper.Editing;

/// <summary>A source as "sources list" and "sources show" tell of it.</summary>
internal sealed record SourceItem(
    string Name, bool Enabled, string Cron, IReadOnlyList<string> Targets, IReadOnlyList<string> TargetForms)
{
    public static SourceItem Of(ConfiguredSource source) => new(
        source.Name, source.Options.Enabled, source.Options.Cron, source.Options.Targets, source.Source.TargetForms);
}

internal sealed record SourceList(int Schema, IReadOnlyList<SourceItem> Sources);
