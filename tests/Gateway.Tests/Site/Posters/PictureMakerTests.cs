using Gateway.Site.Posters;
using Microsoft.Extensions.Options;

namespace Gateway.Tests.Site.Posters;

/// <summary>With the real vipsthumbnail, which `make test` installs.</summary>
public sealed class PictureMakerTests : IDisposable
{
    private readonly VipsThumbnail _vips = new(Options.Create(new PosterOptions()));

    public PictureMakerTests() =>
        Assert.True(_vips.IsInstalled, "vipsthumbnail is not installed: apt-get install libvips-tools, or run make test.");

    public static TheoryData<string> Kinds =>
        [.. SmallPictures.All.Select(picture => picture.Name).Where(kind => kind != "transparent webp")];

    private Task<PictureSet> MakeAsync(byte[] bytes) =>
        new PictureMaker(_vips).MakeAsync(Picture.Read(bytes)!, CancellationToken.None);

    private static int Leftovers() => Directory.GetDirectories(Path.GetTempPath(), "poster-*").Length;

    public void Dispose() => _vips.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_format_becomes_WebP_and_has_its_colour(string kind)
    {
        var made = await MakeAsync(SmallPictures.All.Single(picture => picture.Name == kind).Bytes);

        var (width, picture) = Assert.Single(made.Pictures);
        Assert.Equal("image/webp", picture.Type.ContentType);
        Assert.Equal((SmallPictures.Width, new PictureSize(SmallPictures.Width, SmallPictures.Height)), (width, picture.Size));
        Assert.Matches("^#c[0-9a-f]5[0-9a-f]2[0-9a-f]$|^#c[0-9a-f]4[0-9a-f]2[0-9a-f]$", made.Color);
    }

    [Fact]
    public async Task What_shines_through_a_picture_is_dark_as_the_site_is()
    {
        var made = await MakeAsync(SmallPictures.TransparentWebP);

        Assert.Matches("^#6[0-9a-f]2[0-9a-f]1[0-9a-f]$", made.Color);
    }

    [Fact]
    public async Task A_large_picture_comes_in_three_widths()
    {
        var made = await MakeAsync(PlainPng.Make(1600, 900));

        Assert.Equal([320, 640, 1280], made.Pictures.Select(picture => picture.Width));
        Assert.Equal([320, 640, 1280], made.Pictures.Select(picture => picture.Picture.Size.Width));
        Assert.Equal([180, 360, 720], made.Pictures.Select(picture => picture.Picture.Size.Height));
    }

    /// <summary>What is hidden behind a picture, or in its notes, does not come through.</summary>
    [Fact]
    public async Task Nothing_but_the_picture_is_left_of_a_polyglot()
    {
        var made = await MakeAsync([.. SmallPictures.Jpeg, .. "<script>alert(1)</script>"u8]);

        Assert.All(made.Pictures, picture => Assert.True(picture.Picture.Bytes.AsSpan().IndexOf("script"u8) < 0));
    }

    [Fact]
    public async Task A_version_names_the_content()
    {
        var one = await MakeAsync(SmallPictures.Jpeg);
        var same = await MakeAsync(SmallPictures.Jpeg);
        var other = await MakeAsync(SmallPictures.Png);

        Assert.Matches("^[0-9a-f]{16}$", one.Version);
        Assert.Equal(one.Version, same.Version);
        Assert.NotEqual(one.Version, other.Version);
    }

    [Fact]
    public async Task A_picture_that_cannot_be_decoded_is_refused_and_leaves_no_file()
    {
        var before = Leftovers();

        await Assert.ThrowsAsync<PictureException>(() => MakeAsync(SmallPictures.PngClaiming(4_000, 4_000)));

        Assert.True(Leftovers() <= before);
    }

    [Fact]
    public async Task Time_is_limited()
    {
        using var hasty = new VipsThumbnail(Options.Create(new PosterOptions { ShrinkTime = TimeSpan.FromMilliseconds(1) }));

        var late = await Assert.ThrowsAsync<PictureException>(
            () => new PictureMaker(hasty).MakeAsync(Picture.Read(PlainPng.Make(1600, 900))!, CancellationToken.None));

        Assert.Contains("did not end within", late.Message, StringComparison.Ordinal);
    }
}
