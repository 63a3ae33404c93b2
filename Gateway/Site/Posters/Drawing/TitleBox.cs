namespace Gateway.Site.Posters.Drawing;

/// <summary>Where a motif leaves room for the title. The site lays badges over the corners of a card, so the room keeps
/// clear of the upper and lower fifth.</summary>
internal sealed record TitleBox(double X, double Width, bool IsCentred = false)
{
    public const double Top = 74;
    public const double Bottom = 286;

    public static readonly TitleBox Left = new(40, 350);
    public static readonly TitleBox Narrow = new(40, 304);
    public static readonly TitleBox WideLeft = new(40, 430);
    public static readonly TitleBox Centre = new(60, 520, IsCentred: true);
}
