namespace Gateway.Site.Posters.Drawing;

/// <summary>A manner of setting a title. Pictures cannot bring fonts along, so each names a family of
/// lookalikes.</summary>
/// <param name="Widening">Width of its letters against <see cref="TextWidth"/>'s table.</param>
internal sealed record Lettering(string Family, int Weight, bool IsUpper, double Tracking, double Widening)
{
    private const string Sans =
        "Manrope,'Golos Text','Segoe UI',Roboto,'Helvetica Neue',Arial,'Liberation Sans',sans-serif";

    private const string Serif =
        "'Playfair Display',Georgia,'PT Serif','Noto Serif','Times New Roman','Liberation Serif',serif";

    public static readonly Lettering Grotesque = new(Sans, 800, IsUpper: false, Tracking: -0.01, Widening: 1);
    public static readonly Lettering Capitals = new(Sans, 900, IsUpper: true, Tracking: 0.02, Widening: 1.03);
    public static readonly Lettering Antiqua = new(Serif, 700, IsUpper: false, Tracking: 0, Widening: 1);
    public static readonly Lettering AntiquaCapitals = new(Serif, 700, IsUpper: true, Tracking: 0.04, Widening: 1.04);
    public static readonly Lettering Small = new(Sans, 600, IsUpper: false, Tracking: 0.02, Widening: 1);

    public bool IsCentred { get; init; }

    public string Attributes => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $" font-family=\"{Family}\" font-weight=\"{Weight}\" letter-spacing=\"{Tracking:0.##}em\"{Anchor}");

    private string Anchor => IsCentred ? " text-anchor=\"middle\"" : "";
}
