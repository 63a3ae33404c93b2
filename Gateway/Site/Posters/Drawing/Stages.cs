namespace Gateway.Site.Posters.Drawing;

internal static class Stages
{
    /// <summary>A stage between heavy curtains.</summary>
    public static void Curtains(SvgCanvas canvas, Palette palette, Chance chance)
    {
        canvas.Circle(320, 210, 330, canvas.Halo(palette.Glow, 0.5, palette.Glow, 0));
        canvas.Path($"M150 372Q320 300 490 372Z", palette.Glow, 0.55);
        var cloth = palette.IsPaper ? palette.Accent : Palette.Mix(palette.Accent, palette.Shade, 0.3);
        const int Folds = 7;
        for (var fold = 0; fold < Folds; fold++)
        {
            var (x, width) = (fold * 23.0, 27.0 + chance.Between(-3, 3));
            var sway = 20 + (fold * 3);
            var colour = Palette.Mix(cloth, palette.Shade, fold % 2 == 0 ? 0.1 : 0.48);
            canvas.Path(
                $"""
                M{SvgCanvas.Join(x - 8, -10)}h{width:0}
                C{SvgCanvas.Join(x + width + 10, 120, x + width - sway, 230, x + width - sway - 12, 370)}
                H{x - 26 - sway:0}Z
                """,
                colour);
            canvas.Path(
                $"""
                M{SvgCanvas.Join(648 - x, -10)}h{-width:0}
                C{SvgCanvas.Join(630 - x - width, 120, 640 - x - width + sway, 230, 640 - x - width + sway + 12, 370)}
                H{666 - x + sway:0}Z
                """,
                colour);
        }

        for (var swag = 0; swag < 8; swag++)
        {
            canvas.Path(
                $"""
                M{SvgCanvas.Join(swag * 80, -6)}h80q-6 56 -40 58q-34 -2 -40 -58z
                """,
                Palette.Mix(cloth, palette.Shade, swag % 2 == 0 ? 0.15 : 0.35));
        }

        canvas.Rect(0, 0, 640, 7, palette.Glow, 0.9);
        for (var lamp = 0; lamp < 9; lamp++)
        {
            canvas.Path($"M{SvgCanvas.Join(152 + (lamp * 42), 356)}a14 12 0 0 1 28 0z", palette.Glow);
        }
    }

    /// <summary>Two spotlights that meet on the floor.</summary>
    public static void Spotlights(SvgCanvas canvas, Palette palette, Chance chance)
    {
        var meet = chance.Between(290, 350);
        foreach (var lamp in new[] { -30.0, 670.0 })
        {
            var beam = canvas.Gradient(palette.Glow, 0.62, palette.Glow, 0.1);
            canvas.Path($"M{SvgCanvas.Join(lamp - 12, -24, lamp + 12, -24, meet + 165, 322, meet - 165, 322)}Z", beam);
        }

        canvas.Rect(0, 318, 640, 50, palette.Shade, 0.75);
        canvas.Path($"M{SvgCanvas.Join(meet - 175, 324)}a175 26 0 1 0 350 0a175 26 0 1 0 -350 0", palette.Glow, 0.75);
        for (var mote = 0; mote < 46; mote++)
        {
            canvas.Circle(
                chance.Between(60, 580), chance.Between(10, 300),
                chance.Between(0.8, 2.4), palette.Glow, chance.Between(0.2, 0.6));
        }

        for (var head = 0; head < 12; head++)
        {
            var x = 14 + (head * 56) + chance.Between(-9, 9);
            canvas.Circle(x, 347, chance.Between(15, 19), palette.Shade);
            canvas.Path($"M{SvgCanvas.Join(x - 30, 374)}q30 -34 60 0z", palette.Shade);
        }
    }

    /// <summary>A bowler, a moustache and a cane: all a comedian needs.</summary>
    public static void Bowler(SvgCanvas canvas, Palette palette, Chance chance)
    {
        var x = chance.Between(524, 540);
        canvas.Circle(x, 186, 156, palette.Glow, palette.IsPaper ? 1 : 0.92);
        canvas.Ring(x, 186, 170, 3, palette.Glow, 0.7);
        var ink = palette.Shade;
        canvas.Turned(chance.Between(-9, 9), x, 180, () =>
        {
            canvas.Path($"M{SvgCanvas.Join(x - 66, 146)}C{SvgCanvas.Join(x - 70, 60, x + 70, 60, x + 66, 146)}Z", ink);
            canvas.Path(
                $"""
                M{SvgCanvas.Join(x - 104, 140)}Q{SvgCanvas.Join(x, 172, x + 104, 140)}
                Q{SvgCanvas.Join(x + 100, 164, x + 60, 168)}H{x - 60:0}
                Q{SvgCanvas.Join(x - 100, 164, x - 104, 140)}Z
                """,
                ink);
            canvas.Path(
                $"""
                M{SvgCanvas.Join(x - 66, 132)}Q{SvgCanvas.Join(x, 152, x + 66, 132)}
                v14Q{SvgCanvas.Join(x, 166, x - 66, 146)}Z
                """,
                palette.Accent);
            canvas.Circle(x - 34, 196, 7, ink);
            canvas.Circle(x + 34, 196, 7, ink);
            canvas.Path(
                $"""
                M{SvgCanvas.Join(x, 232)}C{SvgCanvas.Join(x - 12, 218, x - 34, 220, x - 38, 242)}
                C{SvgCanvas.Join(x - 24, 250, x - 8, 250, x, 240)}
                C{SvgCanvas.Join(x + 8, 250, x + 24, 250, x + 38, 242)}
                C{SvgCanvas.Join(x + 34, 220, x + 12, 218, x, 232)}Z
                """,
                ink);
        });
        canvas.Path($"M{SvgCanvas.Join(x - 44, 300)}l36 16v-8h16v8l36 -16v44l-36 -16v8h-16v-8l-36 16z", palette.Accent);
        canvas.Trace(
            $"""
            M{SvgCanvas.Join(x - 146, 366)}V252a16 16 0 0 1 32 0
            v8
            """,
            7, palette.IsPaper ? ink : palette.Accent);
    }

    /// <summary>The blades of a lens.</summary>
    public static void Lens(SvgCanvas canvas, Palette palette, Chance chance)
    {
        var (x, y) = (chance.Between(556, 590), 180.0);
        var blades = 6 + chance.Next(3);
        var open = chance.Between(44, 62);
        canvas.Circle(x, y, 200, canvas.Halo(palette.Glow, 0.3, palette.Glow, 0));
        canvas.Circle(x, y, 160, palette.Shade);
        canvas.Ring(x, y, 150, 2, palette.Glow, 0.6);
        for (var mark = 0; mark < 60; mark++)
        {
            var angle = mark * Math.PI / 30;
            var length = mark % 5 == 0 ? 12 : 6;
            canvas.Line(
                x + (Math.Cos(angle) * 146), y + (Math.Sin(angle) * 146),
                x + (Math.Cos(angle) * (146 - length)), y + (Math.Sin(angle) * (146 - length)), 1.6, palette.Glow, 0.6);
        }

        canvas.Circle(x, y, 122, palette.Glow);
        for (var blade = 0; blade < blades; blade++)
        {
            var angle = blade * 2 * Math.PI / blades;
            var next = angle + (2 * Math.PI / blades);
            var colour = Palette.Mix(palette.Shade, palette.Accent, 0.25 + (0.55 * blade / blades));
            canvas.Path(
                $"""
                M{SvgCanvas.At(x, y, angle, open)} {SvgCanvas.At(x, y, next, open)}
                {SvgCanvas.At(x, y, next + 0.72, 123)}A123 123 0 0 0 {SvgCanvas.At(x, y, angle + 0.72, 123)}Z
                """,
                colour);
        }

        canvas.Circle(x - 16, y - 18, 9, palette.Ink, 0.9);
    }
}
