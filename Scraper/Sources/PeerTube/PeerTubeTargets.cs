using System.Text.RegularExpressions;

namespace Scraper.Sources.PeerTube;

/// <summary>Reads what an editor wants from a PeerTube instance.</summary>
internal static partial class PeerTubeTargets
{
    public static readonly IReadOnlyList<string> Forms =
        ["search:WORDS", "channel:NAME", "playlist:ID", "latest", "video:ID or URL"];

    private static readonly string[] Names = ["search", "channel", "playlist", "latest", "video"];

    private const int MaxWords = 200;

    /// <exception cref="FormatException">It is none of <see cref="Forms"/>; the message says so.</exception>
    public static SourceTarget Read(string text)
    {
        var trimmed = text.Trim();
        if (PeerTubeAddresses.VideoOf(trimmed) is not null)
        {
            return new SourceTarget("video", trimmed);
        }

        var colon = trimmed.IndexOf(':', StringComparison.Ordinal);
        var form = (colon < 0 ? trimmed : trimmed[..colon]).Trim().ToLowerInvariant();
        var value = colon < 0 ? "" : trimmed[(colon + 1)..].Trim();
        return form switch
        {
            "latest" when value.Length == 0 => new SourceTarget(form, ""),
            "latest" => throw new FormatException($"\"latest\" takes nothing, not \"{value}\"."),
            "search" => value.Length is > 0 and <= MaxWords
                ? new SourceTarget(form, value)
                : throw new FormatException($"A search takes 1 to {MaxWords} characters, not {value.Length}."),
            "channel" => ChannelName().IsMatch(value)
                ? new SourceTarget(form, value)
                : throw new FormatException(
                    $"\"{value}\" is no name of a channel. Copy it from the channel's address, behind /c/: NAME, or "
                    + "NAME@HOST for a channel of another instance."),
            "playlist" => Id().IsMatch(value)
                ? new SourceTarget(form, value)
                : throw new FormatException(
                    $"\"{value}\" is no id of a playlist. Copy it from the playlist's address, behind /w/p/."),
            "video" => Id().IsMatch(value) || PeerTubeAddresses.VideoOf(value) is not null
                ? new SourceTarget(form, value)
                : throw new FormatException($"\"{value}\" is no video of PeerTube: give its id, or its address."),
            _ => throw new FormatException(
                $"\"{trimmed}\" is no target of peertube. Did you mean {NearestName.Of(form, Names)}? "
                + $"Known are {string.Join(", ", Forms)}."),
        };
    }

    [GeneratedRegex(
        @"^[A-Za-z0-9_.-]{1,100}(?:@[A-Za-z0-9.-]{1,200}(?::[0-9]{1,5})?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ChannelName();

    [GeneratedRegex(@"^[A-Za-z0-9-]{1,40}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}
