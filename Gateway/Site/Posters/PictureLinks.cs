using System.Globalization;

namespace Gateway.Site.Posters;

/// <summary>Knows the addresses under which pictures of hosts are shown here.</summary>
internal sealed class PictureLinks(PictureShelf shelf)
{
    /// <summary>Where a film has its picture, or one is drawn.</summary>
    public static string Path(int id, string size) =>
        string.Create(CultureInfo.InvariantCulture, $"/images/movies/{id}?size={size}");

    /// <param name="address">The picture's address at its host; null when the film has none.</param>
    /// <param name="size">s, m or l.</param>
    public PictureLink Of(int id, string? address, string size)
    {
        var path = Path(id, size);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var picture))
        {
            return new PictureLink(path, IsReal: false);
        }

        return shelf.Look(picture) is { } kept
            ? new PictureLink($"{path}&v={kept.Version}", IsReal: true, kept.Color)
            : new PictureLink(path, IsReal: true) { IsUnseen = true };
    }
}
