using System.Text.RegularExpressions;

namespace Scraper.Sources.Rutube;

/// <summary>Reads what an editor wants from Rutube: a form and a value, or an address copied from the browser.</summary>
internal static partial class RutubeTargets
{
    public static readonly IReadOnlyList<string> Forms =
        [
            "search:WORDS", "channel:ID", "playlist:ID", "card:ID", "category:ID", "tag:ID", "person:ID",
            "rss:CHANNEL", "showcase:NAME", "video:ID or URL",
        ];

    private static readonly string[] Lists = ["channel", "playlist", "card", "category", "tag", "person", "rss"];

    private const int MaxWords = 200;

    /// <exception cref="FormatException">It is nothing of Rutube's; the message says what would be.</exception>
    public static SourceTarget Read(string text)
    {
        var trimmed = text.Trim();
        if (RutubeAddresses.LooksLikeAddress(trimmed))
        {
            return RutubeAddresses.Read(trimmed);
        }

        if (VideoId().IsMatch(trimmed))
        {
            return Video(trimmed);
        }

        var colon = trimmed.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            throw new FormatException(
                $"\"{trimmed}\" is no target of rutube. To search for it write \"search:{trimmed}\"; "
                + $"known are {string.Join(", ", Forms)}.");
        }

        return Read(trimmed[..colon].TrimEnd().ToLowerInvariant(), trimmed[(colon + 1)..].TrimStart());
    }

    private static SourceTarget Read(string form, string value) => form switch
    {
        "search" when value.Length is > 0 and <= MaxWords => new SourceTarget(form, value),
        "search" => throw new FormatException($"A search takes 1 to {MaxWords} characters, not {value.Length}."),
        "video" or "channel" or "playlist" or "card" or "category" or "tag" or "person" or "rss" or "showcase"
            when RutubeAddresses.LooksLikeAddress(value) => RutubeAddresses.Read(value),
        "video" when VideoId().IsMatch(value) || Number().IsMatch(value) => Video(value),
        "video" => throw new FormatException(
            $"\"{value}\" is no video of Rutube: give the 32 characters of its address, an old number, or the address."),
        "showcase" => Showcase().IsMatch(value)
            ? new SourceTarget(form, value.ToLowerInvariant())
            : throw new FormatException(
                $"\"{value}\" is no name of a showcase. Copy it from the address behind /feeds/: movies, serials, kids."),
        _ when Lists.Contains(form) => Number().IsMatch(value)
            ? new SourceTarget(form, value)
            : throw new FormatException($"\"{value}\" is no number of a {form}. Copy the number, or the whole address."),
        _ => throw new FormatException(
            $"\"{form}\" is no form of rutube's targets. Did you mean {NearestName.Of(form, [.. Lists, "search", "showcase", "video"])}? "
            + $"Known are {string.Join(", ", Forms)}."),
    };

    private static SourceTarget Video(string id) => new("video", id.ToLowerInvariant());

    [GeneratedRegex(
        @"^[0-9a-f]{32}\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex VideoId();

    [GeneratedRegex(
        @"^[a-z0-9][a-z0-9_-]{0,60}\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Showcase();

    [GeneratedRegex(@"^[0-9]{1,18}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
