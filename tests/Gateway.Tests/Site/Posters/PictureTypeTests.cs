using System.Text;
using Gateway.Site.Posters;

namespace Gateway.Tests.Site.Posters;

public class PictureTypeTests
{
    [Theory]
    [InlineData("FFD8FFE000104A464946", "image/jpeg")]
    [InlineData("FFD8FFDB", "image/jpeg")]
    [InlineData("89504E470D0A1A0A0000000D", "image/png")]
    [InlineData("474946383761", "image/gif")]
    [InlineData("474946383961", "image/gif")]
    [InlineData("524946462400000057454250", "image/webp")]
    [InlineData("0000001C6674797061766966", "image/avif")]
    [InlineData("0000001C6674797061766973", "image/avif")]
    [InlineData("", null)]
    [InlineData("FFD8", null)]
    [InlineData("FFD9FFE0", null)]
    [InlineData("89504E470A1A0A", null)]
    [InlineData("5249464624000000574156452A", null)]
    [InlineData("0000001C667479706D703432", null)]
    [InlineData("424D36000000", null)]
    [InlineData("00000100", null)]
    public void A_picture_is_known_by_its_first_bytes(string bytes, string? contentType) =>
        Assert.Equal(contentType, PictureType.Of(Convert.FromHexString(bytes))?.ContentType);

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>")]
    [InlineData("<?xml version=\"1.0\"?><svg/>")]
    [InlineData("<!doctype html><script>1</script>")]
    [InlineData(" \u00ff\u00d8\u00ff<html>")]
    [InlineData("%PDF-1.7")]
    [InlineData("GIF88a")]
    public void What_could_run_script_is_no_picture(string text) =>
        Assert.Null(PictureType.Of(Encoding.Latin1.GetBytes(text)));
}
