using System.Globalization;

namespace Gateway.Site.Posters.Drawing;

/// <summary>The colours of one poster, as rrggbb.</summary>
/// <param name="Top">Background above.</param>
/// <param name="Bottom">Background below.</param>
/// <param name="Shade">Silhouettes in front.</param>
/// <param name="Glow">The light: moon, sun, lamp.</param>
/// <param name="Accent">The one loud colour.</param>
/// <param name="Ink">Lettering; stands out from both backgrounds.</param>
internal sealed record Palette(string Top, string Bottom, string Shade, string Glow, string Accent, string Ink)
{
    public static readonly Palette Midnight = new("0b1430", "27406f", "050914", "f6e7b4", "ff8c49", "f7f3e8");
    public static readonly Palette Cosmos = new("140b2e", "3d2a78", "090417", "8ff0ff", "ff5fa2", "f4f0ff");
    public static readonly Palette Teal = new("062a30", "0f6a6b", "021417", "ffd98a", "ff6b4a", "f1fbf6");
    public static readonly Palette Blood = new("1a0507", "6f0f17", "080102", "ffcf9e", "ff3b30", "fdeee6");
    public static readonly Palette Absinthe = new("07140d", "1f4a2c", "020805", "d6f08a", "9dd63a", "eefae2");
    public static readonly Palette Bruise = new("150d22", "44305f", "07040d", "e9d5ff", "c06bff", "f5effc");
    public static readonly Palette Amber = new("17120c", "4d3416", "070503", "ffc861", "ff8c1a", "fdf3df");
    public static readonly Palette Slate = new("12171e", "3c4a5a", "070a0d", "e6edf3", "f2c230", "f4f7fa");
    public static readonly Palette Dusk = new("3a1240", "d9583b", "1c0720", "ffd37a", "ffe9b0", "fff3e2");
    public static readonly Palette Terracotta = new("6d2314", "c4682a", "2c0c07", "ffe3a3", "fff0c9", "fff6e4");
    public static readonly Palette Rose = new("3b0f26", "a3335a", "1d0612", "ffd6d0", "ff9aa8", "fff0ee");
    public static readonly Palette Wine = new("230813", "5e1730", "0e0307", "f3c9a5", "e8546b", "fbeee6");
    public static readonly Palette Forest = new("0d2118", "39664a", "05100b", "f4e7b0", "f0a63c", "f3f7ea");
    public static readonly Palette Sea = new("0a2a4a", "2f7fa3", "04121f", "fff1c7", "ffb347", "f2faff");
    public static readonly Palette Silver = new("1b1b1d", "55565a", "09090a", "f3f1ec", "c9c5bb", "f7f5f0");
    public static readonly Palette Sepia = new("2a1c10", "7b5a36", "120b05", "f6e3bd", "d99a4e", "fbf0da");

    // Paper: flat and light, after the printed posters of the twenties and of the Polish school.
    public static readonly Palette Ivory = new("f1e7d3", "e4d5b7", "1d1a18", "d7301f", "d7301f", "1d1a18");
    public static readonly Palette Mustard = new("e9b23c", "d9961f", "2a1a08", "fff3d1", "b8321a", "241505");
    public static readonly Palette Coral = new("f0785a", "dd5540", "36100c", "fff0dc", "ffd23f", "2d0b08");
    public static readonly Palette Mint = new("a9d8c6", "7fbfa9", "12302a", "fff8e1", "e2503a", "0f2a25");
    public static readonly Palette Sky = new("9cc9e6", "6aa5cf", "10263a", "fff6d8", "e4572e", "0c2033");

    public static IReadOnlyList<Palette> All { get; } =
    [
        Midnight, Cosmos, Teal, Blood, Absinthe, Bruise, Amber, Slate, Dusk, Terracotta, Rose, Wine, Forest, Sea, Silver,
        Sepia, Ivory, Mustard, Coral, Mint, Sky,
    ];

    /// <summary>Dark lettering on a light ground.</summary>
    public bool IsPaper => Brightness(Ink) < Brightness(Top);

    /// <summary>A colour between two, <paramref name="share"/> from 0 for the first to 1 for the second.</summary>
    public static string Mix(string first, string second, double share)
    {
        var mixed = Enumerable.Range(0, 3).Select(
            part => (int)Math.Round(Part(first, part) + ((Part(second, part) - Part(first, part)) * share)));
        return string.Concat(mixed.Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private static int Brightness(string colour) =>
        (299 * Part(colour, 0)) + (587 * Part(colour, 1)) + (114 * Part(colour, 2));

    private static int Part(string colour, int index) =>
        int.Parse(colour.AsSpan(index * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
