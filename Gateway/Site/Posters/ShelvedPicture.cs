using System.Globalization;
using System.Text.RegularExpressions;

namespace Gateway.Site.Posters;

/// <summary>What is known of a picture on the shelf. All of it stands in the names of its files, which are the shelf's
/// only memory.</summary>
/// <param name="Version">Hash of what the host sent.</param>
/// <param name="Color">#rrggbb, null when it is not known.</param>
/// <param name="Widths">In rising order, at least one.</param>
internal sealed partial record ShelvedPicture(string Version, string? Color, PictureType Type, IReadOnlyList<int> Widths)
{
    private const string NoColor = "none";

    /// <summary>The narrowest that is wide enough, else the widest.</summary>
    public int WidthFor(int wanted) => Widths.FirstOrDefault(width => width >= wanted, Widths[^1]);

    public string FileName(string key, int width) =>
        string.Create(CultureInfo.InvariantCulture, $"{key}-{Version}-{Color?[1..] ?? NoColor}-{width}{Type.Extension}");

    /// <summary>The key and one width of a picture, from the name of a file; null when it is none of ours.</summary>
    public static (string Key, ShelvedPicture Picture)? Read(string fileName)
    {
        var parts = Name().Match(fileName);
        var type = PictureType.All.FirstOrDefault(type => type.Extension == parts.Groups["type"].Value);
        if (!parts.Success || type is null)
        {
            return null;
        }

        var color = parts.Groups["color"].Value;
        var width = int.Parse(parts.Groups["width"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var picture = new ShelvedPicture(
            parts.Groups["version"].Value, color == NoColor ? null : $"#{color}", type, [width]);
        return (parts.Groups["key"].Value, picture);
    }

    [GeneratedRegex(
        "^(?<key>[0-9a-f]{32})-(?<version>[0-9a-f]{16})-(?<color>[0-9a-f]{6}|none)-(?<width>[0-9]{1,5})(?<type>\\.[a-z]{3,4})$",
        RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Name();
}
