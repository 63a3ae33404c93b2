namespace Gateway.Site.Posters.Drawing;

internal static class Ways
{
    /// <summary>A road to the horizon between telegraph poles.</summary>
    public static void Road(SvgCanvas canvas, Palette palette, Chance chance)
    {
        var (x, horizon) = (chance.Between(500, 540), chance.Between(206, 224));
        canvas.Circle(x, horizon, 230, canvas.Halo(palette.Glow, 0.75, palette.Glow, 0));
        canvas.Circle(x, horizon - 12, 56, palette.Glow);
        canvas.Rect(
            0, horizon, SvgCanvas.Width, 160,
            canvas.Gradient(Palette.Mix(palette.Bottom, palette.Shade, 0.45), 1, palette.Shade, 1));
        canvas.Polygon(
            Palette.Mix(palette.Shade, palette.Bottom, 0.25), 1,
            x - 3, horizon, x + 3, horizon, x + 130, 370, x - 210, 370);
        for (var dash = 0; dash < 6; dash++)
        {
            var (near, far) = (Math.Pow((dash + 0.55) / 6, 2), Math.Pow((dash + 0.05) / 6, 2));
            var (top, foot) = (horizon + (far * 150), horizon + (near * 150));
            canvas.Polygon(
                palette.Glow, 0.85, x - (far * 41), top,
                x - (far * 36), top, x - (near * 33), foot, x - (near * 44), foot);
        }

        var wire = "";
        for (var pole = 0; pole < 6; pole++)
        {
            var near = Math.Pow(0.6, pole);
            var (foot, height, side) = (horizon + (near * 128), near * 250, x + 4 + (near * 108));
            canvas.Line(side, foot, side, foot - height, 1 + (near * 6), palette.Shade);
            canvas.Line(
                side - (near * 26), foot - (height * 0.9),
                side + (near * 26), foot - (height * 0.9), 1 + (near * 3.4), palette.Shade);
            wire += $"{(pole == 0 ? "M" : "L")}{SvgCanvas.Join(side - (near * 22), foot - (height * 0.91))}";
        }

        canvas.Trace($"{wire}", 1.4, palette.Shade, 0.8);
    }

    /// <summary>A street lamp in the rain and somebody who waits under it.</summary>
    public static void Lamp(SvgCanvas canvas, Palette palette, Chance chance)
    {
        var (x, top) = (chance.Between(490, 530), 64.0);
        canvas.Circle(x, top + 14, 230, canvas.Halo(palette.Glow, 0.55, palette.Glow, 0));
        var cone = canvas.Gradient(palette.Glow, 0.75, palette.Glow, 0.08);
        canvas.Path($"M{SvgCanvas.Join(x - 20, top + 18, x + 20, top + 18, x + 138, 322, x - 138, 322)}Z", cone);
        canvas.Rect(0, 312, SvgCanvas.Width, 60, palette.Shade);
        canvas.Path($"M{SvgCanvas.Join(x - 140, 322)}a140 15 0 1 0 280 0a140 15 0 1 0 -280 0", palette.Glow, 0.5);
        canvas.Line(x + 74, 326, x + 74, 52, 6, palette.Shade);
        canvas.Trace($"M{SvgCanvas.Join(x + 74, 56)}q0 -26 -34 -26h-16q-24 0 -24 22", 5, palette.Shade);
        canvas.Path($"M{SvgCanvas.Join(x - 30, top + 20)}q4 -24 30 -26q26 2 30 26z", palette.Shade);
        canvas.Circle(x, top + 20, 10, palette.Glow);
        for (var drop = 0; drop < 70; drop++)
        {
            var (dropX, dropY) = (chance.Between(300, 660), chance.Between(-10, 320));
            canvas.Line(dropX, dropY, dropX - 4, dropY + 17, 1.1, palette.Ink, 0.26);
        }

        var person = x + chance.Between(-40, 6);
        canvas.Polygon(palette.Shade, 0.5, person - 12, 322, person + 12, 322, person - 40, 370, person - 96, 370);
        Cities.Person(canvas, palette.Shade, person, 322, 112);
        canvas.Path(
            $"""
            M{SvgCanvas.Join(person - 46, 214)}q46 -52 92 0q-11 -9 -23 0
            q-11 -9 -23 0q-11 -9 -23 0q-12 -9 -23 0z
            """,
            palette.Accent);
        canvas.Line(person, 186, person, 262, 3, palette.Shade);
    }

    /// <summary>A wall of windows by night, each with its story.</summary>
    public static void LitWindow(SvgCanvas canvas, Palette palette, Chance chance)
    {
        const int Columns = 4;
        const int Rows = 4;
        canvas.Rect(392, 0, 248, 360, Palette.Mix(palette.Bottom, palette.Shade, 0.78));
        canvas.Rect(392, 0, 248, 360, canvas.Gradient(palette.Bottom, 0.5, palette.Shade, 0.4));
        var (litColumn, litRow) = (1 + chance.Next(2), 1 + chance.Next(2));
        for (var column = 0; column < Columns; column++)
        {
            for (var row = 0; row < Rows; row++)
            {
                var (x, y) = (408.0 + (column * 60), 16.0 + (row * 88));
                var isLit = column == litColumn && row == litRow;
                var glass = isLit ? palette.Accent
                    : chance.Next(3) == 0 ? Palette.Mix(palette.Glow, palette.Bottom, 0.25)
                    : Palette.Mix(palette.Shade, palette.Top, 0.4);
                if (isLit)
                {
                    canvas.Circle(x + 20, y + 30, 110, canvas.Halo(palette.Accent, 0.75, palette.Accent, 0));
                }

                canvas.Rect(x, y, 40, 60, glass);
                Life(canvas, palette, chance, x, y, isLit);
                canvas.Rect(x + 18.5, y, 3, 60, palette.Shade);
                canvas.Rect(x, y + 20, 40, 3, palette.Shade);
                canvas.Rect(x - 4, y + 60, 48, 5, Palette.Mix(palette.Bottom, palette.Ink, 0.2));
            }
        }
    }

    private static void Life(SvgCanvas canvas, Palette palette, Chance chance, double x, double y, bool isLit)
    {
        if (isLit)
        {
            canvas.Circle(x + 13, y + 32, 6, palette.Shade);
            canvas.Path($"M{SvgCanvas.Join(x + 2, y + 60)}q0 -21 11 -21q11 0 11 21z", palette.Shade);
            canvas.Circle(x + 28, y + 30, 5.6, palette.Shade);
            canvas.Path($"M{SvgCanvas.Join(x + 19, y + 60)}q0 -23 9 -23q10 0 10 23z", palette.Shade);
        }
        else if (chance.Next(3) == 0)
        {
            canvas.Path(
                $"""
                M{SvgCanvas.Join(x, y)}h17q-2 36 -17 44zM{SvgCanvas.Join(x + 40, y)}
                h-17q2 36 17 44z
                """,
                Palette.Mix(palette.Bottom, palette.Shade, 0.55));
        }
    }
}
