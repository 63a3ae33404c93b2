using System.Buffers.Binary;
using Gateway.Site.Posters;

namespace Gateway.Tests.Site.Posters;

public class PictureSizeTests
{
    public static TheoryData<string> Kinds => [.. SmallPictures.All.Select(picture => picture.Name)];

    private static byte[] Bytes(string kind) => SmallPictures.All.Single(picture => picture.Name == kind).Bytes;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_header_of_every_format_is_read(string kind) =>
        Assert.Equal(new PictureSize(SmallPictures.Width, SmallPictures.Height), PictureSize.Of(Bytes(kind)));

    /// <summary>Cut off anywhere, a picture has its size or none: never another, and never an exception.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_cut_header_has_no_size(string kind)
    {
        var whole = Bytes(kind);

        var sizes = Enumerable.Range(0, whole.Length).Select(length => PictureSize.Of(whole.AsSpan(0, length))).ToList();

        Assert.Null(sizes[9]);
        Assert.All(sizes.OfType<PictureSize>(), size => Assert.Equal(new PictureSize(SmallPictures.Width, SmallPictures.Height), size));
    }

    /// <summary>Whatever a byte is changed to, reading the size ends and does not throw.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_spoilt_header_breaks_nothing(string kind)
    {
        var whole = Bytes(kind);
        for (var place = 0; place < Math.Min(whole.Length, 400); place++)
        {
            foreach (var value in (byte[])[0, 1, 0x7F, 0x80, 0xFF])
            {
                var spoilt = whole.ToArray();
                spoilt[place] = value;

                Assert.True(PictureSize.Of(spoilt) is not { } size || (size.Width > 0 && size.Height > 0));
            }
        }
    }

    [Fact]
    public void A_frame_header_behind_other_segments_and_filling_is_found()
    {
        byte[] jpeg =
        [
            0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xFF, 0xFE, 0, 6, 0xFF, 0xC0, 0, 0, 0xFF, 0xC2, 0, 11, 8, 1, 0, 2, 0, 3,
        ];

        Assert.Equal(new PictureSize(512, 256), PictureSize.Of(jpeg));
    }

    [Fact]
    public void Boxes_nested_to_exhaust_the_stack_have_no_size()
    {
        const int Levels = 500_000;
        var bytes = new byte[24 + (Levels * 8)];
        "\0\0\0\u0018ftypavif"u8.CopyTo(bytes);
        for (var level = 0; level < Levels; level++)
        {
            var box = bytes.AsSpan(24 + (level * 8));
            BinaryPrimitives.WriteInt32BigEndian(box, (Levels - level) * 8);
            "iprp"u8.CopyTo(box[4..]);
        }

        Assert.Null(PictureSize.Of(bytes));
    }
}
