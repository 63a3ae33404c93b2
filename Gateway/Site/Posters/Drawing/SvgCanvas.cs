using System.Globalization;
using System.Security;
using System.Text;

namespace Gateway.Site.Posters.Drawing;

/// <summary>A sheet of 640 by 360 to draw on. Everything is set by attributes: a strict content security policy allows
/// no style inside pictures.</summary>
internal sealed class SvgCanvas
{
    public const int Width = 640;
    public const int Height = 360;

    private readonly StringBuilder _shapes = new();
    private readonly StringBuilder _definitions = new();
    private int _names;

    public void Rect(double x, double y, double width, double height, string fill, double opacity = 1) =>
        Add($"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\"{Paint(fill, opacity)}/>");

    public void Circle(double x, double y, double radius, string fill, double opacity = 1) =>
        Add($"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius:0.#}\"{Paint(fill, opacity)}/>");

    public void Ring(double x, double y, double radius, double thickness, string stroke, double opacity = 1) =>
        Add($"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius:0.#}\" fill=\"none\"{Stroke(stroke, thickness, opacity)}/>");

    public void Line(double x1, double y1, double x2, double y2, double thickness, string stroke, double opacity = 1) =>
        Add($"<line x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\"{Stroke(stroke, thickness, opacity)}/>");

    /// <param name="path">Not a plain string, so that its numbers are written with a point in every country.</param>
    public void Path(FormattableString path, string fill, double opacity = 1) =>
        Add($"<path d=\"{FormattableString.Invariant(path)}\"{Paint(fill, opacity)}/>");

    public void Trace(FormattableString path, double thickness, string stroke, double opacity = 1) =>
        Add(
            $"""
            <path d="{FormattableString.Invariant(path)}" fill="none" stroke-linecap="round"{Stroke(stroke, thickness, opacity)}/>
            """);

    public void Polygon(
        string fill, double opacity, params double[] points) => Path($"M{Join(points)}Z", fill, opacity);

    /// <summary>Fill that runs from one colour to another; <paramref name="angle"/> 0 is downwards, 90 to the
    /// right.</summary>
    public string Gradient(string from, double fromOpacity, string to, double toOpacity, int angle = 0)
    {
        var name = Name();
        var turn = angle == 0 ? "x2=\"0\" y2=\"1\"" : "x2=\"1\" y2=\"0\"";
        var stops = Stops(from, fromOpacity, to, toOpacity);
        Define($"<linearGradient id=\"{name}\" x1=\"0\" y1=\"0\" {turn}>{stops}</linearGradient>");
        return $"url(#{name})";
    }

    /// <summary>Fill that fades from a centre outwards.</summary>
    public string Halo(string from, double fromOpacity, string to, double toOpacity)
    {
        var name = Name();
        Define($"<radialGradient id=\"{name}\">{Stops(from, fromOpacity, to, toOpacity)}</radialGradient>");
        return $"url(#{name})";
    }

    /// <summary>Draws only inside a shape, given as an SVG element.</summary>
    public void Within(FormattableString shape, Action draw)
    {
        var name = Name();
        Define($"<clipPath id=\"{name}\">{FormattableString.Invariant(shape)}</clipPath>");
        Add($"<g clip-path=\"url(#{name})\">");
        draw();
        Add($"</g>");
    }

    public void Turned(double degrees, double x, double y, Action draw)
    {
        Add($"<g transform=\"rotate({degrees:0.#} {x:0.#} {y:0.#})\">");
        draw();
        Add($"</g>");
    }

    public void Text(
        string text, double x, double y, Lettering lettering, double size, string fill, double opacity = 1) =>
        Add(
            $"""
            <text x="{x:0.#}" y="{y:0.#}" font-size="{size:0.#}"{lettering.Attributes}{Paint(fill, opacity)}>{Escaped(text)}</text>
            """);

    public string ToSvg(int width) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        <svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{width * Height / Width}" viewBox="0 0 640 360">
        <defs>{_definitions}</defs>{_shapes}</svg>
        """);

    /// <summary>Points as "x y x y…", for paths.</summary>
    public static string Join(params double[] points) =>
        string.Join(' ', points.Select(point => point.ToString("0.#", CultureInfo.InvariantCulture)));

    /// <summary>A point on a circle, for paths.</summary>
    public static string At(double x, double y, double angle, double radius) =>
        Join(x + (Math.Cos(angle) * radius), y + (Math.Sin(angle) * radius));

    /// <summary>XML allows neither control characters nor half surrogate pairs, not even escaped.</summary>
    private static string? Escaped(string text) => SecurityElement.Escape(string.Concat(
        text.EnumerateRunes().Where(rune => !Rune.IsControl(rune) && rune.Value is not (0xFFFE or 0xFFFF))));

    private static string Stops(string from, double fromOpacity, string to, double toOpacity) =>
        Stop(0, from, fromOpacity) + Stop(1, to, toOpacity);

    private static string Stop(int offset, string colour, double opacity) => string.Create(
        CultureInfo.InvariantCulture,
        $"<stop offset=\"{offset}\" stop-color=\"#{colour}\" stop-opacity=\"{opacity:0.##}\"/>");

    private static string Paint(string fill, double opacity)
    {
        var paint = fill.StartsWith("url", StringComparison.Ordinal) ? fill : $"#{fill}";
        return $" fill=\"{paint}\"{(opacity < 1 ? Opacity(opacity) : "")}";
    }

    private static string Stroke(string stroke, double thickness, double opacity) => string.Create(
        CultureInfo.InvariantCulture, $" stroke=\"#{stroke}\" stroke-width=\"{thickness:0.#}\"{Opacity(opacity)}");

    private static string Opacity(double opacity) =>
        string.Create(CultureInfo.InvariantCulture, $" opacity=\"{opacity:0.##}\"");

    private string Name() => $"d{_names++}";

    private void Define(string definition) => _definitions.Append(definition);

    private void Add(FormattableString shape) => _shapes.Append(FormattableString.Invariant(shape));
}
