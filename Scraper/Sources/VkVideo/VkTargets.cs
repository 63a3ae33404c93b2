using System.Text.RegularExpressions;

namespace Scraper.Sources.VkVideo;

/// <summary>Reads what an editor wants from VK Video.</summary>
internal static partial class VkTargets
{
    public static readonly IReadOnlyList<string> Forms =
        ["search:WORDS", "channel:ID (communities: -ID)", "video:OWNER_ID or URL"];

    private static readonly string[] Names = ["search", "channel", "video"];

    private const int MaxWords = 200;

    /// <exception cref="FormatException">It is none of <see cref="Forms"/>; the message says so.</exception>
    public static SourceTarget Read(string text)
    {
        var trimmed = text.Trim();
        if (VkAddresses.VideoOf(trimmed) is { } video)
        {
            return new SourceTarget("video", video);
        }

        var colon = trimmed.IndexOf(':', StringComparison.Ordinal);
        var form = colon > 0 ? trimmed[..colon].TrimEnd().ToLowerInvariant() : trimmed.ToLowerInvariant();
        var value = colon > 0 ? trimmed[(colon + 1)..].Trim() : "";
        return form switch
        {
            "search" => value.Length is > 0 and <= MaxWords
                ? new SourceTarget(form, value)
                : throw new FormatException($"A search takes 1 to {MaxWords} characters, not {value.Length}."),
            "channel" => Owner().IsMatch(value)
                ? new SourceTarget(form, value)
                : throw new FormatException(
                    $"\"{value}\" is no number of an owner: a person's is positive, a community's negative, as in -1719791."),
            "video" when VkAddresses.VideoOf(value) is { } inner => new SourceTarget(form, inner),
            "video" => Video().IsMatch(value)
                ? new SourceTarget(form, value)
                : throw new FormatException(
                    $"\"{value}\" is no video of VK: give OWNER_ID as in its address, -1719791_456265497, or the address."),
            _ => throw new FormatException(
                $"\"{trimmed}\" is no target of vk. Did you mean {NearestName.Of(form, Names)}? "
                + $"Known are {string.Join(", ", Forms)}."),
        };
    }

    [GeneratedRegex(@"^-?[1-9][0-9]{0,17}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Owner();

    [GeneratedRegex(@"^-?[0-9]{1,18}_[0-9]{1,18}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Video();
}
