namespace Gateway.Site.Posters.Drawing;

/// <summary>A picture that stands for a kind of film, and the room it leaves for the title.</summary>
internal sealed record Motif(TitleBox Box, Action<SvgCanvas, Palette, Chance> Draw)
{
    public static readonly Motif Moon = new(TitleBox.Left, Skies.Moon);
    public static readonly Motif Planets = new(TitleBox.Left, Skies.Planets);
    public static readonly Motif Rays = new(TitleBox.WideLeft, Skies.Rays);
    public static readonly Motif Searchlights = new(TitleBox.Centre, Skies.Searchlights);
    public static readonly Motif Skyline = new(TitleBox.WideLeft, Cities.Skyline);
    public static readonly Motif Blinds = new(TitleBox.Left, Cities.Blinds);
    public static readonly Motif Stairs = new(TitleBox.Left, Cities.Stairs);
    public static readonly Motif Corridor = new(TitleBox.Narrow, Cities.Corridor);
    public static readonly Motif House = new(TitleBox.Left, Frights.House);
    public static readonly Motif Trees = new(TitleBox.Centre, Frights.Trees);
    public static readonly Motif Eye = new(TitleBox.Left, Frights.Eye);
    public static readonly Motif Mesa = new(TitleBox.Left, Lands.Mesa);
    public static readonly Motif Mountains = new(TitleBox.WideLeft, Lands.Mountains);
    public static readonly Motif Sails = new(TitleBox.Left, Lands.Sails);
    public static readonly Motif Castle = new(TitleBox.Left, Lands.Castle);
    public static readonly Motif Figure = new(TitleBox.Left, Lands.Figure);
    public static readonly Motif Road = new(TitleBox.Left, Ways.Road);
    public static readonly Motif Lamp = new(TitleBox.Left, Ways.Lamp);
    public static readonly Motif LitWindow = new(TitleBox.Left, Ways.LitWindow);
    public static readonly Motif Curtains = new(TitleBox.Centre, Stages.Curtains);
    public static readonly Motif Spotlights = new(TitleBox.Centre, Stages.Spotlights);
    public static readonly Motif Bowler = new(TitleBox.Left, Stages.Bowler);
    public static readonly Motif Lens = new(TitleBox.Left, Stages.Lens);
    public static readonly Motif Bars = new(TitleBox.Left, Shapes.Bars);
    public static readonly Motif Tiles = new(TitleBox.Left, Shapes.Tiles);
    public static readonly Motif Rings = new(TitleBox.Left, Shapes.Rings);
    public static readonly Motif Toys = new(TitleBox.Left, Shapes.Toys);
    public static readonly Motif Arches = new(TitleBox.Narrow, Shapes.Arches);

    public static IReadOnlyList<Motif> All { get; } =
    [
        Moon, Planets, Rays, Searchlights, Skyline, Blinds, Stairs, Corridor, House, Trees, Eye, Mesa, Mountains, Sails,
        Castle, Figure, Road, Lamp, LitWindow, Curtains, Spotlights, Bowler, Lens, Bars, Tiles, Rings, Toys, Arches,
    ];
}
