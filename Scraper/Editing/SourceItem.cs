using Scraper.Sources;

namespace Scraper.Editing;

/// <summary>A source as "sources list" and "sources show" tell of it.</summary>
/// <param name="Missing">The setting without which it does not run; absent when none is missing.</param>
internal sealed record SourceItem(
    string Name, bool Enabled, string Cron, IReadOnlyList<string> Targets, IReadOnlyList<string> TargetForms,
    string? Missing = null)
{
    public static SourceItem Of(ConfiguredSource source) => new(
        source.Name, source.Options is { Enabled: true, IsUsable: true }, source.Options.Cron, source.Options.Targets,
        source.Source.TargetForms,
        source.Options.IsUsable ? null : $"Sources:{source.Name}:{nameof(SourceOptions.Token)}");

    /// <summary>Whether the schedule runs it, in words.</summary>
    public string InWords() => Enabled ? "yes" : Missing is null ? "no" : $"no: set {Missing}";
}

internal sealed record SourceList(int Schema, IReadOnlyList<SourceItem> Sources);
