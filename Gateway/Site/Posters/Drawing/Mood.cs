using static Gateway.Site.Posters.Drawing.Motif;
using static Gateway.Site.Posters.Drawing.Palette;

namespace Gateway.Site.Posters.Drawing;

/// <summary>The motifs and colours that suit a genre.</summary>
internal sealed record Mood(IReadOnlyList<Motif> Motifs, IReadOnlyList<Palette> Palettes)
{
    private const int LastSilentYear = 1929;

    /// <summary>From the telling to the general: of a film's genres the first in this order decides.</summary>
    private static readonly (string Genre, Mood Mood)[] ByGenre =
    [
        ("вестерн", new([Mesa, Road, Mesa, Mountains], [Terracotta, Dusk, Amber, Mustard])),
        ("ужасы", new([House, Trees, Eye, Corridor], [Absinthe, Blood, Bruise, Silver, Midnight])),
        ("фантастика", new([Planets, Rays, Moon, Lens], [Cosmos, Teal, Midnight, Bruise, Coral])),
        ("нуар", new([Blinds, Skyline, Stairs, Corridor, Lamp], [Slate, Amber, Silver, Midnight])),
        ("мультфильм", new([Toys, Castle, Planets], [Sky, Mint, Coral, Mustard, Cosmos, Sea])),
        ("фэнтези", new([Castle, Moon, Trees], [Cosmos, Forest, Bruise, Dusk, Sea])),
        ("мюзикл", new([Curtains, Spotlights], [Wine, Rose, Dusk, Blood])),
        ("военный", new([Searchlights, Bars, Road], [Slate, Forest, Ivory, Blood])),
        ("детектив", new([Corridor, Skyline, Stairs, Eye], [Slate, Amber, Teal, Midnight])),
        ("документальный", new([Lens, Arches, Road, LitWindow], [Slate, Sepia, Mint, Ivory])),
        ("экспериментальный", new([Tiles, Bars, Eye, Lens], [Ivory, Coral, Cosmos, Silver])),
        ("криминал", new([Skyline, Blinds, Stairs, LitWindow], [Midnight, Blood, Slate, Amber])),
        ("приключения", new([Sails, Mountains, Road], [Sea, Teal, Dusk, Sky, Forest])),
        ("триллер", new([Stairs, Skyline, Eye, Blinds], [Blood, Slate, Teal, Midnight])),
        ("исторический", new([Arches, Castle, Bars], [Sepia, Ivory, Wine, Terracotta])),
        ("биография", new([Spotlights, Figure, Arches], [Sepia, Wine, Midnight, Teal])),
        ("боевик", new([Bars, Skyline, Rays], [Blood, Coral, Slate, Dusk])),
        ("мелодрама", new([Rings, Sails, Moon, Lamp, LitWindow], [Rose, Wine, Dusk, Midnight])),
        ("семейный", new([Castle, Toys, Sails], [Sky, Mint, Sea, Mustard])),
        ("комедия", new([Bowler, Curtains, Toys, Tiles], [Mustard, Coral, Mint, Sky, Wine, Ivory])),
        ("драма", new(
            [Figure, Rings, LitWindow, Tiles, Arches, Road, Lamp],
            [Midnight, Wine, Forest, Ivory, Sepia, Teal, Dusk])),
    ];

    private static readonly Mood Unknown = new([Lens, Tiles, Rays, Figure, Rings, Bars], Palette.All);

    private static readonly Palette[] Silent = [Silver, Sepia, Ivory];

    /// <summary>The motif and colours of a film. Every third silent film keeps to the tints of its time.</summary>
    public static (Motif Motif, Palette Palette) Of(PosterSubject subject, Chance chance)
    {
        var mood = ByGenre.FirstOrDefault(
            entry => subject.Genres.Contains(entry.Genre, StringComparer.OrdinalIgnoreCase)).Mood
            ?? Unknown;
        var isSilent = subject.Year <= LastSilentYear && chance.Next(3) == 0;
        return (chance.Pick(mood.Motifs), chance.Pick(isSilent ? Silent : mood.Palettes));
    }
}
