using System.ComponentModel.DataAnnotations;

namespace Scraper.Fetching.Browsing;

/// <summary>The browser that renders pages of sites that show nothing without scripts; section "Browser" of the
/// configuration. It is started when the first such page is asked for.</summary>
internal sealed class BrowserOptions
{
    /// <summary>Chromium's program; empty looks where systems install it.</summary>
    public string Path { get; init; } = "";

    /// <summary>Pages rendered at once; 1 to 4.</summary>
    [Range(1, 4)]
    public int Contexts { get; init; } = 2;

    /// <summary>Pages after which a profile is thrown away with all it has gathered; 1 to 1,000.</summary>
    [Range(1, 1000)]
    public int PagesPerContext { get; init; } = 50;

    /// <summary>How long it stays open with nothing to do; 1 to 3,600 seconds.</summary>
    [Range(1, 3600)]
    public int IdleSeconds { get; init; } = 60;

    /// <summary>Chromium's own sandbox; null uses it unless the program runs as root, where it cannot work.</summary>
    public bool? Sandbox { get; init; }
}
