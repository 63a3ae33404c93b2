namespace Gateway.Site.Posters.Drawing;

internal static class Shapes
{
    /// <summary>Bars and a disc on the slant, after the posters of the twenties.</summary>
    public static void Bars(SvgCanvas canvas, Palette palette, Chance chance)
    {
        var slant = chance.Toss() ? -34 : 34;
        canvas.Turned(slant, 500, 180, () =>
        {
            var y = -90.0;
            string[] colours =
            [
                palette.Accent, palette.Shade, palette.Glow,
                palette.Shade,
                palette.Accent,
                Palette.Mix(palette.Bottom, palette.Shade, 0.35),
            ];
            for (var bar = 0; bar < 9; bar++)
            {
                var height = chance.Pick([10.0, 18, 34, 52]);
                canvas.Rect(
                    chance.Between(380, 450), y, chance.Between(240, 520),
                    height, colours[(bar + chance.Next(2)) % colours.Length]);
                y += height + chance.Pick([8.0, 14, 22]);
            }
        });
        var (x, radius) = (chance.Between(480, 520), chance.Between(56, 84));
        canvas.Circle(x, 180, radius, palette.IsPaper ? palette.Shade : palette.Glow);
        canvas.Circle(x, 180, radius * 0.62, palette.Accent);
        canvas.Circle(x, 180, radius * 0.22, palette.IsPaper ? palette.Top : palette.Shade);
    }

    /// <summary>Tiles of quarter circles.</summary>
    public static void Tiles(SvgCanvas canvas, Palette palette, Chance chance)
    {
        const int Side = 72;
        string[] colours =
        [
            palette.Accent, palette.Glow, palette.Shade,
            Palette.Mix(palette.Bottom, palette.Ink, 0.25),
            Palette.Mix(palette.Accent, palette.Shade, 0.4),
        ];
        for (var column = 0; column < 3; column++)
        {
            for (var row = 0; row < 5; row++)
            {
                var (x, y) = (424.0 + (column * Side), row * (double)Side);
                canvas.Rect(x, y, Side, Side, Palette.Mix(palette.Bottom, palette.Shade, chance.Between(0.05, 0.4)));
                var colour = chance.Pick(colours);
                switch (chance.Next(6))
                {
                    case 0:
                        canvas.Path($"M{SvgCanvas.Join(x, y)}h{Side}a{Side} {Side} 0 0 1 -{Side} {Side}z", colour);
                        break;
                    case 1:
                        canvas.Path(
                            $"""
                            M{SvgCanvas.Join(x + Side, y + Side)}h-{Side}a{Side} {Side} 0 0 1 {Side} -{Side}z
                            """,
                            colour);
                        break;
                    case 2:
                        canvas.Path(
                            $"""
                            M{SvgCanvas.Join(x, y + Side)}v-{Side}a{Side} {Side} 0 0 1 {Side} {Side}z
                            """,
                            colour);
                        break;
                    case 3:
                        canvas.Circle(x + (Side / 2), y + (Side / 2), Side / 2, colour);
                        canvas.Circle(x + (Side / 2), y + (Side / 2), Side / 5, palette.Bottom);
                        break;
                    case 4:
                        canvas.Polygon(colour, 1, x, y, x + Side, y, x, y + Side);
                        break;
                    default:
                        canvas.Path(
                            $"""
                            M{SvgCanvas.Join(x, y + (Side / 2))}a{Side / 2} {Side / 2} 0 0 1 {Side} 0z
                            """,
                            colour);
                        canvas.Rect(x, y + (Side / 2), Side, Side / 2, chance.Pick(colours), 0.8);
                        break;
                }
            }
        }
    }

    /// <summary>Two circles that meet.</summary>
    public static void Rings(SvgCanvas canvas, Palette palette, Chance chance)
    {
        var (x, y, apart) = (chance.Between(512, 528), chance.Between(165, 190), chance.Between(44, 56));
        var tilt = chance.Between(-0.7, 0.7);
        var (dx, dy) = (Math.Cos(tilt) * apart, Math.Sin(tilt) * apart);
        for (var echo = 5; echo > 0; echo--)
        {
            canvas.Ring(x - dx, y - dy, 84 + (echo * 20), 1.4, palette.Accent, 0.42 - (echo * 0.06));
            canvas.Ring(x + dx, y + dy, 84 + (echo * 20), 1.4, palette.Glow, 0.42 - (echo * 0.06));
        }

        canvas.Circle(x - dx, y - dy, 88, palette.Accent, 0.96);
        canvas.Circle(x + dx, y + dy, 88, palette.Glow, 0.96);
        canvas.Within(
            $"<circle cx=\"{x - dx:0.#}\" cy=\"{y - dy:0.#}\" r=\"88\"/>",
            () => canvas.Circle(x + dx, y + dy, 88, palette.Ink));
    }

    /// <summary>Hills, a ball, a kite: a child's box of shapes.</summary>
    public static void Toys(SvgCanvas canvas, Palette palette, Chance chance)
    {
        canvas.Circle(chance.Between(430, 600), 84, 50, palette.Glow);
        canvas.Path($"M250 370C330 240 430 240 520 370Z", Palette.Mix(palette.Bottom, palette.Shade, 0.35));
        canvas.Path($"M400 370C470 200 600 210 690 370Z", Palette.Mix(palette.Bottom, palette.Shade, 0.55));
        var balloon = chance.Between(474, 500);
        (double Shift, double Top, string Colour)[] balloons =
            [(0, 92, palette.Accent), (48, 132, palette.Glow), (-40, 146, palette.Ink)];
        foreach (var (shift, top, colour) in balloons)
        {
            canvas.Trace(
                $"""
                M{SvgCanvas.Join(balloon + shift, top + 34)}
                Q{SvgCanvas.Join(balloon + (shift / 2), top + 110, balloon + 12, 300)}
                """,
                1.6, palette.Ink, 0.7);
            canvas.Path(
                $"""
                M{SvgCanvas.Join(balloon + shift, top + 36)}
                C{SvgCanvas.Join(balloon + shift - 44, top + 4, balloon + shift - 28, top - 42, balloon + shift, top - 42)}
                C{SvgCanvas.Join(balloon + shift + 28, top - 42, balloon + shift + 44, top + 4, balloon + shift, top + 36)}Z
                """,
                colour);
        }

        var kite = chance.Between(578, 604);
        canvas.Trace($"M{SvgCanvas.Join(kite, 196)}q-24 30 2 56q22 26 -10 60", 1.8, palette.Ink, 0.7);
        canvas.Polygon(palette.Accent, 1, kite, 140, kite + 26, 166, kite, 204, kite - 26, 166);
        canvas.Polygon(palette.Glow, 1, kite, 140, kite + 26, 166, kite, 166);
        canvas.Path($"M230 370C360 316 520 320 660 346V370Z", palette.Shade);
        for (var tree = 0; tree < 4; tree++)
        {
            var (x, size) = (350 + (tree * 84) + chance.Between(-18, 18), chance.Between(16, 26));
            canvas.Line(x, 350, x, 350 - (size * 1.6), 4, palette.Shade);
            canvas.Circle(x, 350 - (size * 2), size, palette.Shade);
        }
    }

    /// <summary>An arcade that runs to the light.</summary>
    public static void Arches(SvgCanvas canvas, Palette palette, Chance chance)
    {
        var (x, foot) = (chance.Between(492, 512), 340.0);
        const int Depth = 6;
        for (var arch = 0; arch < Depth; arch++)
        {
            var half = 150 * Math.Pow(0.74, arch);
            var colour = arch == Depth - 1 ? palette.Glow : Palette.Mix(
                palette.Accent, palette.Shade, 0.88 - (arch * 0.17));
            canvas.Path(
                $"""
                M{SvgCanvas.Join(x - half, foot + 40)}V{SvgCanvas.Join(206 - (half * 0.1))}
                A{SvgCanvas.Join(half, half)} 0 0 1 {SvgCanvas.Join(x + half, 206 - (half * 0.1))}
                V{SvgCanvas.Join(foot + 40)}Z
                """,
                colour);
        }

        canvas.Circle(x, 230, 90, canvas.Halo(palette.Glow, 0.8, palette.Glow, 0));
        canvas.Path(
            $"""
            M{SvgCanvas.Join(x - 33, 300, x + 33, 300, x + 170, 380, x - 170, 380)}Z
            """,
            canvas.Gradient(palette.Glow, 0.75, palette.Glow, 0));
        Cities.Person(canvas, palette.Shade, x + chance.Between(-10, 10), 318, 56);
    }
}
