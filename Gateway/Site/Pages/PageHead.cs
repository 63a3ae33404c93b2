namespace Gateway.Site.Pages;

/// <summary>What a page says of itself to search engines and to programs that show previews of links.</summary>
/// <param name="Language">The language it is in.</param>
/// <param name="Title">Without the site's name, which is added.</param>
internal sealed record PageHead(SiteLanguage Language, string Title)
{
    public string? Description { get; init; }

    /// <summary>The one address of the page, in Russian and without the origin; null for a page that has none.</summary>
    public string? Path { get; init; }

    /// <summary>False keeps the page out of search engines.</summary>
    public bool IsIndexed { get; init; } = true;

    /// <summary>og:type.</summary>
    public string Type { get; init; } = "website";

    /// <summary>Path of a picture.</summary>
    public string? Picture { get; init; }

    /// <summary>Further OpenGraph properties and their contents.</summary>
    public IReadOnlyList<(string Property, string Content)> Properties { get; init; } = [];

    /// <summary>JSON-LD, as <see cref="System.Text.Json"/> writes it for HTML.</summary>
    public string? Data { get; init; }

    /// <summary>Filters of the feed that goes with the page; null for a page without one.</summary>
    public string? FeedQuery { get; init; }
}
