using System.Globalization;

namespace Scraper.Sources.Rutube;

/// <summary>A place in a showcase: which of its lists, and the path of the page there.</summary>
internal sealed record RutubePlace(int List, string Path)
{
    /// <exception cref="FormatException">It was not made here.</exception>
    public static RutubePlace Read(string text) =>
        text.Split(' ', 2) is [var list, ['/', ..] and var path]
        && int.TryParse(list, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new RutubePlace(number, path)
            : throw new FormatException($"\"{text}\" is no place in a showcase.");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{List} {Path}");
}
