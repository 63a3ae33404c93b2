using System.ComponentModel.DataAnnotations;

namespace Gateway.Site;

/// <summary>Section "Site" of the configuration.</summary>
internal sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>Folder of the built Vue site, relative to the Gateway's own folder.</summary>
    [Required]
    public string Root { get; init; } = "wwwroot";
}
