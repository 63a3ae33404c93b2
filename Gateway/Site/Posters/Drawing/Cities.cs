namespace Gateway.Site.Posters.Drawing;

internal static class Cities
{
    /// <summary>A town by night: three rows of houses before a low moon.</summary>
    public static void Skyline(SvgCanvas canvas, Palette palette, Chance chance)
    {
        var moon = chance.Between(470, 540);
        canvas.Circle(moon, 130, 210, canvas.Halo(palette.Glow, 0.42, palette.Glow, 0));
        canvas.Circle(moon, 130, 74, palette.Glow, 0.95);
        foreach (var (depth, floor) in new[] { (0.35, 190.0), (0.65, 230.0), (1.0, 276.0) })
        {
            var colour = Palette.Mix(palette.Bottom, palette.Shade, depth);
            for (var x = -10.0; x < SvgCanvas.Width;)
            {
                var width = chance.Between(34, 72);
                // Higher towards the right, where no title stands.
                var height = chance.Between(0, 70) + (x > 380 ? (x - 380) * 0.34 : 0);
                var top = floor - height + 30;
                canvas.Rect(x, top, width, SvgCanvas.Height - top, colour);
                if (chance.Next(4) == 0)
                {
                    canvas.Line(x + (width / 2), top, x + (width / 2), top - 26, 3, colour);
                }

                Windows(canvas, palette, chance, (x, top, width), depth);
                x += width + chance.Between(-4, 6);
            }
        }

        for (var drop = 0; drop < 60; drop++)
        {
            var (x, y) = (chance.Between(0, 660), chance.Between(-10, 350));
            canvas.Line(x, y, x - 5, y + 20, 1, palette.Ink, 0.16);
        }
    }

    private static void Windows(
        SvgCanvas canvas, Palette palette, Chance chance, (double X, double Top, double Width) house, double depth)
    {
        for (var y = house.Top + 10; y < 340; y += 17)
        {
            for (var x = house.X + 7; x < house.X + house.Width - 10; x += 13)
            {
                if (chance.Next(depth > 0.9 ? 6 : 9) == 0)
                {
                    canvas.Rect(x, y, 6, 9, chance.Next(5) == 0 ? palette.Accent : palette.Glow, 0.35 + (depth * 0.55));
                }
            }
        }
    }

    /// <summary>A silhouette in a hat behind the light of window blinds.</summary>
    public static void Blinds(SvgCanvas canvas, Palette palette, Chance chance)
    {
        var x = chance.Between(478, 508);
        canvas.Circle(x, 170, 250, canvas.Halo(palette.Glow, 0.85, palette.Glow, 0));
        var (coat, hat) = (palette.Shade, palette.Shade);
        canvas.Path(
            $"""
            M{SvgCanvas.Join(x - 118, 370)}C{SvgCanvas.Join(x - 112, 270, x - 70, 262, x - 26, 246)}
            L{SvgCanvas.Join(x + 26, 246)}C{SvgCanvas.Join(x + 70, 262, x + 112, 270, x + 118, 370)}Z
            """,
            coat);
        canvas.Path(
            $"""
            M{SvgCanvas.Join(x - 27, 250)}C{SvgCanvas.Join(x - 46, 210, x - 44, 160, x, 158)}
            C{SvgCanvas.Join(x + 44, 160, x + 46, 210, x + 27, 250)}Z
            """,
            coat);
        canvas.Path(
            $"""
            M{SvgCanvas.Join(x - 86, 172)}Q{SvgCanvas.Join(x, 148, x + 88, 166)}
            Q{SvgCanvas.Join(x, 194, x - 86, 172)}Z
            """,
            hat);
        canvas.Path(
            $"""
            M{SvgCanvas.Join(x - 50, 164)}C{SvgCanvas.Join(x - 50, 104, x - 24, 100, x, 112)}
            C{SvgCanvas.Join(x + 24, 98, x + 50, 104, x + 50, 162)}Z
            """,
            hat);
        canvas.Path(
            $"""
            M{SvgCanvas.Join(x - 50, 150)}Q{SvgCanvas.Join(x, 164, x + 50, 148)}
            v10Q{SvgCanvas.Join(x, 176, x - 50, 162)}Z
            """,
            palette.Accent, 0.9);
        canvas.Turned(-4, 320, 180, () =>
        {
            for (var y = -30; y < 400; y += 27)
            {
                canvas.Rect(-30, y, 720, 14, palette.Top, 0.62);
            }
        });
    }

    /// <summary>Stairs that lead up into light.</summary>
    public static void Stairs(SvgCanvas canvas, Palette palette, Chance chance)
    {
        const int Steps = 9;
        var (left, run, rise) = (chance.Between(300, 330), 38.0, 30.0);
        canvas.Rect(left + 120, -20, 260, 230, canvas.Gradient(palette.Glow, 0.95, palette.Glow, 0.25));
        canvas.Circle(590, 60, 260, canvas.Halo(palette.Glow, 0.6, palette.Glow, 0));
        for (var step = 0; step < Steps; step++)
        {
            var (x, y) = (left + (step * run), 350 - (step * rise));
            canvas.Rect(x, y, 700, rise + 1, Palette.Mix(palette.Shade, palette.Bottom, 0.1 + (step * 0.09)));
            canvas.Rect(x, y, 700, 5, palette.Glow, 0.12 + (step * 0.06));
        }

        var (figureX, foot) = (left + (run * 6.4), 350 - (rise * 6));
        canvas.Polygon(
            palette.Shade, 0.5, figureX - 8, foot, figureX + 8,
            foot, figureX - 90, foot + 150, figureX - 150, foot + 150);
        Person(canvas, palette.Shade, figureX, foot, 62);
    }

    /// <summary>Doorway within doorway, and somebody in the last.</summary>
    public static void Corridor(SvgCanvas canvas, Palette palette, Chance chance)
    {
        var (x, y) = (chance.Between(486, 516), 176.0);
        const int Doors = 6;
        for (var door = 0; door < Doors; door++)
        {
            var size = Math.Pow(0.68, door);
            var (width, height) = (300 * size, 470 * size);
            canvas.Rect(
                x - (width / 2), y - (height / 2) + (door * 3), width, height,
                Palette.Mix(palette.Shade, palette.Glow, Math.Pow(door / (double)Doors, 1.6)));
            canvas.Rect(x - (width / 2), y - (height / 2) + (door * 3), width, 3, palette.Glow, 0.1 + (door * 0.1));
            canvas.Rect(x - (width / 2), y - (height / 2) + (door * 3), 3, height, palette.Glow, 0.1 + (door * 0.1));
        }

        canvas.Circle(x, y + 10, 120, canvas.Halo(palette.Glow, 0.75, palette.Glow, 0));
        Person(canvas, palette.Shade, x, y + 48, 52);
        canvas.Polygon(palette.Shade, 0.55, x - 6, y + 48, x + 6, y + 48, x + 46, 360, x - 30, 360);
    }

    /// <summary>A standing person with the feet at a point.</summary>
    internal static void Person(SvgCanvas canvas, string colour, double x, double foot, double height)
    {
        var unit = height / 10;
        canvas.Circle(x, foot - (unit * 9), unit * 0.95, colour);
        canvas.Path(
            $"""
            M{SvgCanvas.Join(x - (unit * 1.7), foot - (unit * 4))}
            C{SvgCanvas.Join(x - (unit * 1.9), foot - (unit * 8.2))} {SvgCanvas.Join(x + (unit * 1.9), foot - (unit * 8.2))}
            {SvgCanvas.Join(x + (unit * 1.7), foot - (unit * 4))}
            L{SvgCanvas.Join(x + (unit * 1.25), foot, x + (unit * 0.2), foot, x, foot - (unit * 3))}
            {SvgCanvas.Join(x - (unit * 0.2), foot, x - (unit * 1.25), foot)}Z
            """,
            colour);
    }
}
