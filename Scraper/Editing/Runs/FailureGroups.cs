using System.Text.RegularExpressions;

namespace Scraper.Editing.Runs;

/// <summary>Failures of the same kind: reasons that differ in nothing but the values found are one.</summary>
internal static partial class FailureGroups
{
    private const int Examples = 3;

    /// <summary>The most frequent first.</summary>
    public static IReadOnlyList<FailureGroup> Of(IEnumerable<ScrapeFailure> failures) =>
    [
        .. failures.GroupBy(failure => (failure.Step, Shape: Values().Replace(failure.Reason, "…")))
            .Select(group => new FailureGroup(
                group.Key.Step, group.First().Reason, group.Count(),
                [.. group.Select(failure => failure.ExternalId).OfType<string>().Distinct(StringComparer.Ordinal).Take(Examples)]))
            .OrderByDescending(group => group.Count),
    ];

    /// <summary>Tells them line by line, for a screen of any width.</summary>
    public static void Write(Terminal terminal, IReadOnlyList<FailureGroup> groups)
    {
        if (groups.Count == 0)
        {
            return;
        }

        terminal.Out.WriteLine("  failed:");
        foreach (var group in groups)
        {
            terminal.Out.WriteLine($"    {group.Count} × {group.Step}: {group.Reason}");
            if (group.Examples.Count > 0)
            {
                var more = group.Count > group.Examples.Count ? ", …" : "";
                terminal.Out.WriteLine($"        {string.Join(", ", group.Examples)}{more}");
            }
        }
    }

    [GeneratedRegex("""
        "[^"]*"|«[^»]*»|https?://\S+|[0-9a-fA-F]{8,}|[0-9]+
        """, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Values();
}

/// <param name="Reason">Of the first of them.</param>
/// <param name="Examples">Ids of some.</param>
internal sealed record FailureGroup(string Step, string Reason, int Count, IReadOnlyList<string> Examples);
