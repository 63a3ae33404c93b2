namespace Gateway.Site.Posters.Drawing;

internal static class Skies
{
    /// <summary>A great moon behind thin clouds.</summary>
    public static void Moon(SvgCanvas canvas, Palette palette, Chance chance)
    {
        Stars(canvas, palette, chance, 46);
        var (x, y, radius) = (chance.Between(480, 530), chance.Between(140, 180), chance.Between(88, 112));
        canvas.Circle(x, y, radius * 2.4, canvas.Halo(palette.Glow, 0.5, palette.Glow, 0));
        canvas.Circle(x, y, radius, palette.Glow);
        canvas.Within($"<circle cx=\"{x:0}\" cy=\"{y:0}\" r=\"{radius:0}\"/>", () =>
        {
            canvas.Circle(x + (radius * 0.5), y + (radius * 0.2), radius, palette.Bottom, 0.16);
            for (var crater = 0; crater < 6; crater++)
            {
                canvas.Circle(
                    x + chance.Between(-70, 70),
                    y + chance.Between(-70, 70), chance.Between(6, 18), palette.Bottom, 0.14);
            }
        });
        for (var cloud = 0; cloud < 5; cloud++)
        {
            var (left, top, length) = (chance.Between(330, 560), chance.Between(110, 300), chance.Between(90, 220));
            canvas.Path(
                $"""
                M{SvgCanvas.Join(left, top)}h{length:0}a7 7 0 0 1 0 14
                h{-length:0}a7 7 0 0 1 0 -14z
                """,
                palette.Bottom, 0.7);
        }
    }

    /// <summary>Planets in a row, one with a ring.</summary>
    public static void Planets(SvgCanvas canvas, Palette palette, Chance chance)
    {
        Stars(canvas, palette, chance, 60);
        var (x, y, radius) = (chance.Between(500, 540), chance.Between(170, 215), chance.Between(96, 120));
        for (var orbit = 1; orbit <= 4; orbit++)
        {
            canvas.Ring(x, y, radius + (orbit * 46), 1.2, palette.Glow, 0.34 - (orbit * 0.06));
        }

        canvas.Circle(x, y, radius, palette.Accent);
        canvas.Within($"<circle cx=\"{x:0}\" cy=\"{y:0}\" r=\"{radius:0}\"/>", () =>
        {
            for (var band = 0; band < 5; band++)
            {
                canvas.Rect(
                    x - radius, y - radius + (band * radius * 0.42), radius * 2, radius * 0.18, palette.Glow, 0.22);
            }

            canvas.Circle(x + (radius * 0.45), y + (radius * 0.3), radius * 1.05, palette.Shade, 0.28);
        });
        canvas.Turned(-18, x, y, () => canvas.Trace(
            $"""
            M{SvgCanvas.Join(x - radius - 4, y - 12)}
            C{SvgCanvas.Join(x - (radius * 2), y + 40, x + (radius * 2), y + 40, x + radius + 4, y - 12)}
            """,
            9, palette.Glow, 0.9));
        var angle = chance.Between(2.4, 3.9);
        canvas.Circle(x + (Math.Cos(angle) * (radius + 92)), y + (Math.Sin(angle) * (radius + 92)), 15, palette.Glow);
        canvas.Circle(
            x + (Math.Cos(angle + 1.3) * (radius + 46)),
            y + (Math.Sin(angle + 1.3) * (radius + 46)), 8, palette.Ink, 0.9);
    }

    /// <summary>Rays from a low sun over a dark horizon.</summary>
    public static void Rays(SvgCanvas canvas, Palette palette, Chance chance)
    {
        var (x, horizon) = (chance.Between(470, 540), 300.0);
        var count = 11 + chance.Next(5);
        for (var ray = 0; ray < count; ray++)
        {
            var angle = Math.PI + (Math.PI * ray / count);
            var next = angle + (Math.PI / count * 0.5);
            canvas.Path(
                $"M{SvgCanvas.Join(x, horizon)} {SvgCanvas.At(x, horizon, angle, 800)} {SvgCanvas.At(x, horizon, next, 800)}Z",
                palette.Glow, 0.2);
        }

        canvas.Circle(x, horizon, 150, canvas.Halo(palette.Glow, 0.9, palette.Glow, 0));
        canvas.Circle(x, horizon, 78, palette.Accent);
        canvas.Rect(0, horizon, SvgCanvas.Width, 60, palette.Shade);
        var tower = chance.Between(-46, 10);
        canvas.Polygon(
            palette.Shade, 1, x + tower - 13, horizon + 2, x + tower - 3,
            horizon - 148, x + tower + 3, horizon - 148, x + tower + 13, horizon + 2);
        canvas.Circle(x + tower, horizon - 128, 12, palette.Shade);
        canvas.Line(x + tower, horizon - 140, x + tower, horizon - 190, 2, palette.Shade);
    }

    /// <summary>Beams that search the sky, and what they find.</summary>
    public static void Searchlights(SvgCanvas canvas, Palette palette, Chance chance)
    {
        foreach (var (foot, lean) in new[] { (70.0, 0.42), (200.0, -0.12), (445.0, 0.16), (575.0, -0.44) })
        {
            var top = foot + ((lean + chance.Between(-0.1, 0.1)) * 420);
            var beam = canvas.Gradient(palette.Glow, 0.06, palette.Glow, 0.5);
            canvas.Path($"M{SvgCanvas.Join(foot - 3, 330, top - 38, -10, top + 38, -10, foot + 3, 330)}Z", beam);
            canvas.Circle(top, 22, 34, palette.Glow, 0.16);
        }

        for (var parachute = 0; parachute < 3; parachute++)
        {
            var (x, y) = (90 + (parachute * 225) + chance.Between(-25, 25), chance.Between(34, 62));
            canvas.Path(
                $"""
                M{SvgCanvas.Join(x - 15, y)}a15 15 0 0 1 30 0zM{SvgCanvas.Join(x - 15, y, x, y + 24, x + 15, y, x, y + 20)}z
                """,
                palette.Accent, 0.95);
        }

        var ground = $"M0 330";
        for (var x = 0; x <= SvgCanvas.Width; x += 40)
        {
            ground += $"L{SvgCanvas.Join(x, chance.Between(316, 336))}";
        }

        canvas.Path($"{ground}V360H0Z", palette.Shade);
        for (var post = 20; post < SvgCanvas.Width; post += 60)
        {
            canvas.Line(post, 296, post + 6, 336, 4, palette.Shade);
            canvas.Trace(
                $"""
                M{SvgCanvas.Join(post, 302)}q30 14 60 0M{SvgCanvas.Join(post + 2, 314)}
                q30 14 60 0
                """,
                1.6, palette.Shade);
        }
    }

    internal static void Stars(SvgCanvas canvas, Palette palette, Chance chance, int count)
    {
        for (var star = 0; star < count; star++)
        {
            canvas.Circle(
                chance.Between(0, 640), chance.Between(0, 300),
                chance.Between(0.7, 2), palette.Ink, chance.Between(0.25, 0.8));
        }
    }
}
