using System.Globalization;
using System.Security.Cryptography;

namespace Gateway.Site.Posters;

/// <summary>Makes the widths that the site shows out of a picture as its host has it:
/// 1. name it by its content,
/// 2. shrink it to each width that is smaller than its own, and to its own if that is not too wide,
/// 3. read its colour from a tiny copy.
/// Without libvips the picture is passed on as it is, and has no colour.</summary>
internal sealed class PictureMaker(VipsThumbnail vips)
{
    private const int VersionBytes = 8;
    private static readonly int[] Widths = [320, 640, 1280];

    public async Task<PictureSet> MakeAsync(Picture original, CancellationToken cancellationToken)
    {
        var version = Convert.ToHexStringLower(SHA256.HashData(original.Bytes).AsSpan(0, VersionBytes));
        if (!vips.IsInstalled)
        {
            return new PictureSet(version, null, [new SizedPicture(original.Size.Width, original)]);
        }

        // Only the owner can look into it.
        var folder = Directory.CreateTempSubdirectory("poster-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "in"), original.Bytes, cancellationToken);
            var pictures = new List<SizedPicture>();
            foreach (var width in Wanted(original.Size.Width))
            {
                pictures.Add(new SizedPicture(width, await ShrinkAsync(folder.FullName, width, cancellationToken)));
            }

            return new PictureSet(version, await ColorAsync(folder.FullName, cancellationToken), pictures);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<int> Wanted(int own) =>
        Widths.Where(width => width < own).Append(own).Where(width => width <= Widths[^1]);

    private async Task<Picture> ShrinkAsync(string folder, int width, CancellationToken cancellationToken)
    {
        var name = width.ToString(CultureInfo.InvariantCulture);
        // Stripped of what cameras and editors note in pictures, the place where it was taken among it.
        await vips.ShrinkAsync(folder, $"{name}x>", $"{name}.webp[Q=80,strip]", cancellationToken);
        var bytes = await File.ReadAllBytesAsync(Path.Combine(folder, $"{name}.webp"), cancellationToken);
        return Picture.Read(bytes) ?? throw new PictureException("vipsthumbnail made something that is no picture.");
    }

    private async Task<string?> ColorAsync(string folder, CancellationToken cancellationToken)
    {
        await vips.ShrinkAsync(folder, "16x16!", "color.ppm", cancellationToken);
        return DominantColor.Of(await File.ReadAllBytesAsync(Path.Combine(folder, "color.ppm"), cancellationToken));
    }
}

/// <summary>A picture in the widths that are shown.</summary>
/// <param name="Version">Hash of what the host sent.</param>
/// <param name="Color">#rrggbb, null when it is not known.</param>
/// <param name="Pictures">From narrow to wide, at least one.</param>
internal sealed record PictureSet(string Version, string? Color, IReadOnlyList<SizedPicture> Pictures)
{
    public Picture For(int width) => Pictures.FirstOrDefault(picture => picture.Width >= width, Pictures[^1]).Picture;
}

internal sealed record SizedPicture(int Width, Picture Picture);
