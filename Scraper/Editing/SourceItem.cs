using Scraper.Journal;
using Scraper.Sources;

namespace Scraper.Editing;

/// <summary>A source as "sources list" and "sources show" tell of it.</summary>
/// <param name="PermittedPaths">Read whatever the host's robots.txt says; absent when there are none.</param>
/// <param name="Missing">The setting without which it does not run; absent when none is missing.</param>
internal sealed record SourceItem(
    string Name, bool Enabled, string Cron, IReadOnlyList<string> Targets, IReadOnlyList<string> TargetForms,
    StandingItem Standing, IReadOnlyList<string>? PermittedPaths,
    string? Missing)
{
    /// <param name="standing">Null when nothing is known against it.</param>
    public static SourceItem Of(ConfiguredSource source, SourceStanding? standing) => new(
        source.Name, source.Options is { Enabled: true, IsUsable: true }, source.Options.Cron, source.Options.Targets,
        source.Source.TargetForms, StandingItem.Of(standing),
        source.Options.PermittedPaths is { Count: > 0 } permitted ? permitted : null,
        source.Options.IsUsable ? null : $"Sources:{source.Name}:{nameof(SourceOptions.Token)}");

    /// <summary>Whether the schedule runs it, in words.</summary>
    public string InWords() => Enabled ? "yes" : Missing is null ? "no" : $"no, set {Missing}";
}

/// <param name="State">"ok", "failing" or "paused".</param>
/// <param name="Failures">Failed runs in a row.</param>
/// <param name="RetryAt">When the schedule tries it again; absent while it answers.</param>
internal sealed record StandingItem(
    string State, int Failures, DateTimeOffset? FailingSince, DateTimeOffset? RetryAt, string? Problem, DateTimeOffset? PausedAt)
{
    public static StandingItem Of(SourceStanding? standing) => standing is null
        ? new StandingItem("ok", Failures: 0, FailingSince: null, RetryAt: null, Problem: null, PausedAt: null)
        : new StandingItem(
            standing.PausedAt is not null ? "paused" : standing.FailingSince is not null ? "failing" : "ok",
            standing.Step, standing.FailingSince, standing.RetryAt, standing.Problem, standing.PausedAt);
}

internal sealed record SourceList(int Schema, IReadOnlyList<SourceItem> Sources);
