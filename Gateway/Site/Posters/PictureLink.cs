namespace Gateway.Site.Posters;

/// <summary>Where a film's picture is to be had from our origin.</summary>
/// <param name="Path">With the version, so that it may be kept for ever, when the picture is on the shelf.</param>
/// <param name="IsReal">False when a poster has to be drawn, because the film has no picture.</param>
/// <param name="Color">#rrggbb, null when it is not known.</param>
internal sealed record PictureLink(string Path, bool IsReal, string? Color = null)
{
    /// <summary>Whether more will be known of it once somebody has looked at it.</summary>
    public bool IsUnseen { get; init; }
}
