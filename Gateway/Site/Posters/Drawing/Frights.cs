namespace Gateway.Site.Posters.Drawing;

internal static class Frights
{
    /// <summary>A crooked house on a hill, one window lit.</summary>
    public static void House(SvgCanvas canvas, Palette palette, Chance chance)
    {
        var moon = chance.Between(520, 560);
        canvas.Circle(moon, 110, 190, canvas.Halo(palette.Glow, 0.5, palette.Glow, 0));
        canvas.Circle(moon, 110, 82, palette.Glow, 0.95);
        canvas.Path($"M250 370C360 330 400 282 500 274C580 268 610 300 660 310V370Z", palette.Shade);
        canvas.Turned(chance.Between(-3, 3), 490, 280, () =>
        {
            canvas.Polygon(palette.Shade, 1, 432, 284, 440, 196, 428, 196, 468, 150, 508, 196, 500, 196, 504, 284);
            canvas.Polygon(palette.Shade, 1, 496, 284, 500, 150, 492, 150, 516, 88, 540, 150, 532, 150, 538, 284);
            canvas.Polygon(palette.Shade, 1, 536, 284, 538, 214, 530, 214, 560, 190, 590, 216, 582, 216, 584, 290);
            canvas.Line(516, 92, 516, 66, 3, palette.Shade);
            var lit = chance.Next(3);
            Window(canvas, lit == 0 ? palette.Accent : palette.Bottom, 456, 208);
            Window(canvas, lit == 1 ? palette.Accent : palette.Bottom, 510, 164);
            Window(canvas, lit == 2 ? palette.Accent : palette.Bottom, 476, 240);
        });
        Branch(canvas, palette.Shade, chance, (392, 318), (-1.5, 46, 7), 5);
        for (var bat = 0; bat < 4; bat++)
        {
            var (x, y, size) = (chance.Between(400, 610), chance.Between(40, 130), chance.Between(7, 13));
            canvas.Path(
                $"""
                M{SvgCanvas.Join(x - size, y - (size * 0.4))}q{size:0.#} {-size * 0.5:0.#} {size:0.#} {size * 0.5:0.#}
                q0 {-size:0.#} {size:0.#} {-size * 0.5:0.#}q{-size * 0.2:0.#} {size * 0.8:0.#} {-size:0.#} {size:0.#}
                q{-size * 0.8:0.#} {-size * 0.2:0.#} {-size:0.#} {-size:0.#}z
                """,
                palette.Shade);
        }
    }

    private static void Window(SvgCanvas canvas, string colour, double x, double y)
    {
        canvas.Path($"M{SvgCanvas.Join(x, y + 22)}v-14a6 6 0 0 1 12 0v14z", colour);
    }

    /// <summary>Bare trunks in fog and eyes between them.</summary>
    public static void Trees(SvgCanvas canvas, Palette palette, Chance chance)
    {
        canvas.Circle(320, 170, 330, canvas.Halo(palette.Glow, 0.5, palette.Glow, 0));
        foreach (var (depth, count) in new[] { (0.3, 15), (0.62, 10), (1.0, 7) })
        {
            var colour = Palette.Mix(palette.Bottom, palette.Shade, palette.IsPaper ? depth * depth * 0.8 : depth);
            for (var trunk = 0; trunk < count; trunk++)
            {
                var x = (trunk + chance.Between(0.1, 0.9)) * SvgCanvas.Width / count;
                if (depth > 0.9 && x is > 150 and < 490)
                {
                    continue;
                }

                var (width, lean) = (chance.Between(3, 8) + (depth * 14), chance.Between(-18, 18));
                canvas.Polygon(
                    colour, 1, x - (width / 2), 370, x + lean - (width / 4),
                    -10, x + lean + (width / 4), -10, x + (width / 2), 370);
                var fork = chance.Between(60, 190);
                canvas.Trace(
                    $"""
                    M{SvgCanvas.Join(x + (lean * 0.5), fork)}
                    q{chance.Between(-50, 50):0} -20 {chance.Between(-70, 70):0} {chance.Between(-90, -50):0}
                    """,
                    width / 4, colour);
            }

            canvas.Rect(0, 250 + (depth * 50), 640, 110, canvas.Gradient(palette.Glow, 0, palette.Glow, 0.2));
        }

        var (eyeX, eyeY) = (
            chance.Toss() ? chance.Between(70, 110) : chance.Between(530, 570), chance.Between(255, 275));
        canvas.Path(
            $"""
            M{SvgCanvas.Join(eyeX - 13, eyeY)}q7 -7 13 1q-7 4 -13 -1
            zM{SvgCanvas.Join(eyeX + 5, eyeY + 1)}q7 -8 13 -1q-7 5 -13 1z
            """,
            palette.Accent);
    }

    /// <summary>One eye, wide open.</summary>
    public static void Eye(SvgCanvas canvas, Palette palette, Chance chance)
    {
        var (x, y) = (chance.Between(540, 570), 178.0);
        for (var lid = 6; lid > 0; lid--)
        {
            canvas.Trace(
                $"""
                M{SvgCanvas.Join(x - 150 - (lid * 12), y)}
                Q{SvgCanvas.Join(x, y - 150 - (lid * 26), x + 150 + (lid * 12), y)}
                """,
                3, palette.Glow, 0.32 - (lid * 0.045));
            canvas.Trace(
                $"""
                M{SvgCanvas.Join(x - 150 - (lid * 12), y)}
                Q{SvgCanvas.Join(x, y + 140 + (lid * 22), x + 150 + (lid * 12), y)}
                """,
                3, palette.Glow, 0.26 - (lid * 0.04));
        }

        var (upper, lower) = (SvgCanvas.Join(x, y - 164, x + 150, y), SvgCanvas.Join(x, y + 144, x - 150, y));
        var eye = $"M{SvgCanvas.Join(x - 150, y)}Q{upper}Q{lower}Z";
        canvas.Path($"{eye}", palette.Ink);
        canvas.Within($"<path d=\"{eye}\"/>", () =>
        {
            canvas.Circle(x, y - 6, 74, palette.Accent);
            for (var ray = 0; ray < 40; ray++)
            {
                var angle = ray * Math.PI / 20;
                canvas.Line(
                    x + (Math.Cos(angle) * 34), y - 6 + (Math.Sin(angle) * 34),
                    x + (Math.Cos(angle) * 72), y - 6 + (Math.Sin(angle) * 72), 2, palette.Shade, 0.35);
            }

            canvas.Ring(x, y - 6, 74, 6, palette.Shade, 0.6);
            canvas.Circle(x, y - 6, 36, palette.Shade);
            canvas.Circle(x + 20, y - 30, 13, palette.IsPaper ? palette.Glow : palette.Ink);
            canvas.Rect(x - 160, y - 120, 320, 90, canvas.Gradient(palette.Shade, 0.55, palette.Shade, 0));
        });
    }

    private static void Branch(
        SvgCanvas canvas, string colour, Chance chance, (double X, double Y) foot,
        (double Angle, double Length, double Width) limb, int forks)
    {
        var tip = (X: foot.X + (Math.Cos(limb.Angle) * limb.Length), Y: foot.Y + (Math.Sin(limb.Angle) * limb.Length));
        canvas.Trace($"M{SvgCanvas.Join(foot.X, foot.Y, tip.X, tip.Y)}", limb.Width, colour);
        for (var side = -1; side <= 1 && forks > 1; side += 2)
        {
            Branch(
                canvas, colour, chance, tip,
                (limb.Angle + (side * chance.Between(0.25, 0.7)), limb.Length * 0.7, limb.Width * 0.62), forks - 1);
        }
    }
}
