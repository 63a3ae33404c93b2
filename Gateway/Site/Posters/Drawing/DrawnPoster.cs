using System.Globalization;

namespace Gateway.Site.Posters.Drawing;

/// <summary>Draws a poster for a film that has no picture, or none that can be reached:
/// 1. motif and colours from genre, year and id,
/// 2. ground and motif,
/// 3. the title, as large as it fits, with year and director below.</summary>
internal static class DrawnPoster
{
    private const double CreditSize = 19;
    private const double CreditGap = 34;

    /// <param name="isBare">Leaves the lettering out, for places where the title stands beside the picture.</param>
    public static string Draw(PosterSubject subject, int width, bool isBare = false)
    {
        var chance = new Chance(subject.Seed);
        var (motif, palette) = Mood.Of(subject, chance);
        var canvas = new SvgCanvas();
        canvas.Rect(0, 0, SvgCanvas.Width, SvgCanvas.Height, canvas.Gradient(palette.Top, 1, palette.Bottom, 1));
        motif.Draw(canvas, palette, chance);
        if (!isBare)
        {
            DrawTitle(canvas, palette, motif.Box, subject, chance);
        }

        return canvas.ToSvg(width);
    }

    private static void DrawTitle(SvgCanvas canvas, Palette palette, TitleBox box, PosterSubject subject, Chance chance)
    {
        var lettering = chance.Pick(
            [Lettering.Grotesque, Lettering.Capitals, Lettering.Antiqua, Lettering.AntiquaCapitals])
            with
        {
            IsCentred = box.IsCentred,
        };
        var credit = Credit(subject);
        var height = TitleBox.Bottom - TitleBox.Top - (credit.Length > 0 ? CreditGap : 0);
        var title = TitleSetting.Fit(subject.Title, lettering, box.Width, height);
        var x = box.IsCentred ? box.X + (box.Width / 2) : box.X;
        var block = title.Lines.Count * title.Size * TitleSetting.LineHeight;
        var baseline = TitleBox.Top + ((height - block) / 2) + (title.Size * 0.84);
        Dim(canvas, palette, box);
        foreach (var line in title.Lines)
        {
            canvas.Text(
                lettering.IsUpper ? line.ToUpperInvariant() : line, x, baseline, lettering, title.Size, palette.Ink);
            baseline += title.Size * TitleSetting.LineHeight;
        }

        var below = baseline - (title.Size * 0.84) + CreditSize + 8;
        canvas.Text(
            credit, x, below, Lettering.Small with { IsCentred = box.IsCentred }, CreditSize, palette.Ink, 0.82);
    }

    /// <summary>The ground's own colour laid thinly under the lettering, so that no motif makes it hard to
    /// read.</summary>
    private static void Dim(SvgCanvas canvas, Palette palette, TitleBox box)
    {
        if (box.IsCentred)
        {
            var halo = canvas.Halo(palette.Top, palette.IsPaper ? 0.95 : 0.72, palette.Top, 0);
            canvas.Path($"M-20 180a340 190 0 1 0 680 0a340 190 0 1 0 -680 0", halo);
        }
        else
        {
            canvas.Rect(
                0, 0, box.X + box.Width + 60, SvgCanvas.Height,
                canvas.Gradient(palette.Top, 0.62, palette.Top, 0, angle: 90));
        }
    }

    private static string Credit(PosterSubject subject)
    {
        var year = subject.Year?.ToString(CultureInfo.InvariantCulture);
        var director = subject.Directors.FirstOrDefault(name => TextWidth.Of(name, Lettering.Small) * CreditSize < 300);
        return string.Join(" · ", new[] { year, director }.OfType<string>());
    }
}
