using System.Globalization;

namespace Gateway.Site.Posters;

/// <summary>The colour that most of a picture has, read from a small copy of it.</summary>
internal static class DominantColor
{
    private const int BitsKept = 3;

    /// <summary>"#rrggbb" of a PPM or PGM picture as <c>vipsthumbnail</c> writes it; null when it is neither.</summary>
    public static string? Of(ReadOnlySpan<byte> map)
    {
        var channels = map.StartsWith("P6"u8) ? 3 : map.StartsWith("P5"u8) ? 1 : 0;
        if (channels == 0 || !TryReadHeader(map, out var header))
        {
            return null;
        }

        var sampleBytes = header.Greatest > byte.MaxValue ? 2 : 1;
        var pixelBytes = channels * sampleBytes;
        var pixels = map[header.Length..];
        var shades = new Dictionary<int, (int Count, int Red, int Green, int Blue)>();
        for (var place = 0; place + pixelBytes <= pixels.Length; place += pixelBytes)
        {
            var red = pixels[place];
            var green = channels == 3 ? pixels[place + sampleBytes] : red;
            var blue = channels == 3 ? pixels[place + (2 * sampleBytes)] : red;
            var key = (Kept(red) << (2 * BitsKept)) | (Kept(green) << BitsKept) | Kept(blue);
            var shade = shades.GetValueOrDefault(key);
            shades[key] = (shade.Count + 1, shade.Red + red, shade.Green + green, shade.Blue + blue);
        }

        if (shades.Count == 0)
        {
            return null;
        }

        var most = shades.Values.MaxBy(shade => shade.Count);
        return $"#{most.Red / most.Count:x2}{most.Green / most.Count:x2}{most.Blue / most.Count:x2}";
    }

    private static int Kept(byte sample) => sample >> (8 - BitsKept);

    /// <summary>Three numbers after the magic: width, height, greatest sample; then one blank and the pixels.</summary>
    private static bool TryReadHeader(ReadOnlySpan<byte> map, out (int Length, int Greatest) header)
    {
        var place = 2;
        var number = 0;
        for (var count = 0; count < 3; count++)
        {
            place += Blank(map[place..]);
            var digits = map[place..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits <= 0 || !int.TryParse(
                map.Slice(place, digits), NumberStyles.None, CultureInfo.InvariantCulture, out number))
            {
                header = default;
                return false;
            }

            place += digits;
        }

        header = (place + 1, number);
        return true;
    }

    /// <summary>How many bytes are blanks, and comments that go to the end of their line.</summary>
    private static int Blank(ReadOnlySpan<byte> map)
    {
        var length = 0;
        while (length < map.Length && (map[length] == '#' || map[length] <= ' '))
        {
            var lineEnd = map[length] == '#' ? map[length..].IndexOf((byte)'\n') : 0;
            length = lineEnd < 0 ? map.Length : length + lineEnd + 1;
        }

        return length;
    }
}
