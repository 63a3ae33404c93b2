using System.Text.RegularExpressions;

namespace Scraper.Sources.InternetArchive;

/// <summary>Reads what an editor wants from the Internet Archive.</summary>
internal static partial class ArchiveTargets
{
    public static readonly IReadOnlyList<string> Forms = ["collection:NAME", "search:QUERY", "item:ID or URL"];

    private const int MaxQuery = 500;

    /// <exception cref="FormatException">It is none of <see cref="Forms"/>; the message says so.</exception>
    public static SourceTarget Read(string text)
    {
        var trimmed = text.Trim();
        if (ItemAddress().Match(trimmed) is { Success: true } address)
        {
            return new SourceTarget("item", address.Groups["id"].Value);
        }

        var colon = trimmed.IndexOf(':', StringComparison.Ordinal);
        var form = colon > 0 ? trimmed[..colon].TrimEnd().ToLowerInvariant() : "";
        var value = trimmed[(colon + 1)..].Trim();
        return form switch
        {
            "item" when ItemAddress().Match(value) is { Success: true } inner =>
                new SourceTarget(form, inner.Groups["id"].Value),
            "item" or "collection" => IsIdentifier(value)
                ? new SourceTarget(form, value)
                : throw new FormatException(
                    $"\"{value}\" is no identifier of the Archive. Copy it from the item's address: letters, digits, "
                    + "dot, hyphen and underscore."),
            "search" => value.Length is > 0 and <= MaxQuery
                ? new SourceTarget(form, value)
                : throw new FormatException($"A search takes 1 to {MaxQuery} characters, not {value.Length}."),
            _ => throw new FormatException(
                $"\"{trimmed}\" is no target of archive. Known are {string.Join(", ", Forms)}."),
        };
    }

    /// <summary>The identifier of the item behind an address; null when it is no item's.</summary>
    public static string? ItemOf(string address) =>
        ItemAddress().Match(address) is { Success: true } item ? item.Groups["id"].Value : null;

    public static bool IsIdentifier(string text) => Identifier().IsMatch(text);

    [GeneratedRegex(
        @"^[A-Za-z0-9][A-Za-z0-9._-]{0,100}\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Identifier();

    [GeneratedRegex(
        @"^(?:https?://)?(?:www\.)?archive\.org/(?:details|embed|metadata|download)/"
        + "(?<id>[A-Za-z0-9][A-Za-z0-9._-]{0,100})(?:[/?#].*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ItemAddress();
}
