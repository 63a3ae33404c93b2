namespace Gateway.Site.Posters.Drawing;

internal static class Lands
{
    private static readonly (double X, double Top, double Width)[] Towers =
        [(452, 196, 34), (560, 176, 38), (506, 130, 44), (596, 222, 30), (420, 234, 28)];

    /// <summary>A striped sun between table mountains, and a rider's cactus.</summary>
    public static void Mesa(SvgCanvas canvas, Palette palette, Chance chance)
    {
        var (x, y) = (chance.Between(510, 550), 196.0);
        canvas.Circle(x, y, 250, canvas.Halo(palette.Glow, 0.55, palette.Glow, 0));
        canvas.Within($"<circle cx=\"{x:0}\" cy=\"{y:0}\" r=\"104\"/>", () =>
        {
            canvas.Circle(x, y, 104, palette.Glow);
            for (var stripe = 0; stripe < 7; stripe++)
            {
                canvas.Rect(x - 110, y + 4 + (stripe * 15), 220, 2 + (stripe * 1.7), palette.Bottom);
            }
        });
        Table(canvas, Palette.Mix(palette.Bottom, palette.Shade, 0.35), chance.Between(330, 380), 250, 120, 70);
        Table(canvas, Palette.Mix(palette.Bottom, palette.Shade, 0.5), chance.Between(555, 600), 262, 150, 104);
        Table(canvas, Palette.Mix(palette.Bottom, palette.Shade, 0.62), chance.Between(40, 160), 276, 190, 44);
        canvas.Rect(0, 262, SvgCanvas.Width, 100, Palette.Mix(palette.Bottom, palette.Shade, 0.7));
        canvas.Path($"M0 312C160 288 300 318 420 304S600 288 660 306V370H0Z", palette.Shade);
        var cactus = chance.Between(410, 440);
        canvas.Trace(
            $"""
            M{SvgCanvas.Join(cactus, 312)}V236M{SvgCanvas.Join(cactus, 288)}
            h-18q-4 0 -4 -4v-22M{SvgCanvas.Join(cactus, 276)}h16
            q4 0 4 -4v-20
            """,
            10, palette.Shade);
    }

    private static void Table(SvgCanvas canvas, string colour, double x, double foot, double width, double height) =>
        canvas.Polygon(
            colour, 1, x - (width * 0.8), foot + 20,
            x - (width * 0.5), foot - (height * 0.35), x - (width * 0.42), foot - height,
            x + (width * 0.4), foot - height, x + (width * 0.48), foot - (height * 0.4), x + (width * 0.8), foot + 20);

    /// <summary>Ridge behind ridge, each deeper in the mist.</summary>
    public static void Mountains(SvgCanvas canvas, Palette palette, Chance chance)
    {
        var x = chance.Between(510, 570);
        canvas.Circle(x, 104, 200, canvas.Halo(palette.Glow, 0.6, palette.Glow, 0));
        canvas.Circle(x, 104, 48, palette.Glow);
        const int Ridges = 5;
        for (var ridge = 0; ridge < Ridges; ridge++)
        {
            var (level, rough) = (176 + (ridge * 36), 92 - (ridge * 12));
            var line = $"M-10 370L{SvgCanvas.Join(-10, level)}";
            for (var step = 0.0; step < 660;)
            {
                step += chance.Between(38, 84);
                line += $"L{SvgCanvas.Join(step, level - (chance.Between(0.1, 1) * rough * (0.4 + (step / 640))))}";
                step += chance.Between(30, 60);
                line += $"L{SvgCanvas.Join(step, level + chance.Between(-6, 16))}";
            }

            canvas.Path($"{line}V370Z", Palette.Mix(palette.Bottom, palette.Shade, (ridge + 0.6) / Ridges));
            canvas.Rect(0, level, SvgCanvas.Width, 60, canvas.Gradient(palette.Glow, 0, palette.Glow, 0.07));
        }

        var bird = chance.Between(430, 470);
        canvas.Trace(
            $"""
            M{SvgCanvas.Join(bird, 92)}q8 -10 14 0q8 -10 14 0M{SvgCanvas.Join(bird + 44, 70)}
            q6 -8 11 0q6 -8 11 0
            """,
            2.4, palette.Shade, 0.8);
    }

    /// <summary>A small sail on great waves.</summary>
    public static void Sails(SvgCanvas canvas, Palette palette, Chance chance)
    {
        var x = chance.Between(470, 510);
        canvas.Circle(x + 40, 120, 220, canvas.Halo(palette.Glow, 0.5, palette.Glow, 0));
        canvas.Circle(x + 40, 120, 66, palette.Glow);
        var swell = chance.Between(0, 60);
        Wave(canvas, Palette.Mix(palette.Bottom, palette.Shade, 0.2), 222, 16, swell);
        canvas.Polygon(palette.Ink, 1, x, 222, x, 92, x + 62, 214);
        canvas.Polygon(palette.Accent, 1, x - 6, 220, x - 6, 116, x - 46, 212);
        canvas.Path($"M{SvgCanvas.Join(x - 58, 226)}h138q-14 30 -40 32h-62q-24 -4 -36 -32z", palette.Shade);
        canvas.Line(x - 3, 228, x - 3, 84, 4, palette.Shade);
        canvas.Path($"M{SvgCanvas.Join(x - 3, 84)}l-26 8l26 8z", palette.Accent);
        for (var row = 0; row < 4; row++)
        {
            Wave(
                canvas, Palette.Mix(palette.Bottom, palette.Shade, 0.34 + (row * 0.2)),
                248 + (row * 28), 15 + (row * 2), swell + (row * 37));
        }
    }

    private static void Wave(SvgCanvas canvas, string colour, double level, double height, double shift)
    {
        var line = $"M{SvgCanvas.Join(-120 + (shift % 80), level)}";
        for (var crest = 0; crest < 11; crest++)
        {
            line += $"q{SvgCanvas.Join(20, -height * 1.6, 40, 0)}q{SvgCanvas.Join(20, height, 40, 0)}";
        }

        canvas.Path($"{line}V370H-120Z", colour);
    }

    /// <summary>Towers with flags on a hill under a crescent.</summary>
    public static void Castle(SvgCanvas canvas, Palette palette, Chance chance)
    {
        Skies.Stars(canvas, palette, chance, 34);
        var moon = chance.Between(420, 450);
        canvas.Circle(moon, 74, 110, canvas.Halo(palette.Glow, 0.5, palette.Glow, 0));
        canvas.Path($"M{SvgCanvas.Join(moon + 10, 36)}a40 40 0 1 0 30 62a34 34 0 0 1 -30 -62z", palette.Glow);
        canvas.Path(
            $"""
            M280 370C360 300 420 292 520 286S620 300 660 312V370Z
            """,
            Palette.Mix(palette.Bottom, palette.Shade, 0.55));
        var stone = Palette.Mix(palette.Bottom, palette.Shade, 0.85);
        foreach (var (x, top, width) in Towers)
        {
            var height = top + chance.Between(-12, 12);
            canvas.Rect(x - (width / 2), height, width, 320 - height, stone);
            canvas.Polygon(
                palette.Accent, 1, x - (width * 0.68), height, x, height - (width * 1.5), x + (width * 0.68), height);
            canvas.Line(x, height - (width * 1.4), x, height - (width * 1.5) - 18, 2, stone);
            canvas.Path($"M{SvgCanvas.Join(x, height - (width * 1.5) - 18)}l18 5l-18 6z", palette.Glow);
            canvas.Path($"M{SvgCanvas.Join(x - 5, height + 34)}v-10a5 5 0 0 1 10 0v10z", palette.Glow);
        }

        canvas.Rect(420, 256, 176, 50, stone);
        for (var merlon = 420; merlon < 590; merlon += 20)
        {
            canvas.Rect(merlon, 248, 11, 10, stone);
        }

        canvas.Path($"M494 306v-22a14 14 0 0 1 28 0v22z", palette.Glow, 0.9);
        canvas.Path($"M240 370C380 310 520 322 660 300V370Z", palette.Shade);
    }

    /// <summary>Someone alone before a low sun, with a long shadow.</summary>
    public static void Figure(SvgCanvas canvas, Palette palette, Chance chance)
    {
        var (x, horizon) = (chance.Between(490, 530), chance.Between(236, 250));
        canvas.Circle(x, horizon - 30, 240, canvas.Halo(palette.Glow, 0.6, palette.Glow, 0));
        canvas.Circle(x, horizon - 40, 106, palette.Glow);
        canvas.Circle(x, horizon - 40, 106, canvas.Gradient(palette.Accent, 0, palette.Accent, 0.85));
        canvas.Rect(0, horizon, SvgCanvas.Width, 140, Palette.Mix(palette.Bottom, palette.Shade, 0.72));
        canvas.Rect(0, horizon, SvgCanvas.Width, 140, canvas.Gradient(palette.Glow, 0.16, palette.Shade, 0.5));
        var foot = horizon + 26;
        var way = chance.Between(-170, -90);
        canvas.Polygon(palette.Shade, 0.6, x - 10, foot, x + 10, foot, x + way + 66, 370, x + way - 10, 370);
        Cities.Person(canvas, palette.Shade, x, foot, 104);
    }
}
