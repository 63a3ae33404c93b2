using System.ComponentModel.DataAnnotations;
using Metadata.Client;

namespace Gateway.Site;

/// <summary>Section "Site" of the configuration.</summary>
internal sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>Folder of the built Vue site, relative to the Gateway's own folder.</summary>
    [Required]
    public string Root { get; init; } = "wwwroot";

    /// <summary>Scheme and host that visitors use, for canonical addresses, link previews, feeds and the sitemap. Absent
    /// means the host that a request names.</summary>
    [HttpAddress]
    public Uri? PublicUrl { get; init; }
}
