using System.Text;
using Gateway.Site.Posters;

namespace Gateway.Tests.Site.Posters;

public class DominantColorTests
{
    private static byte[] Map(string header, params byte[] pixels) => [.. Encoding.ASCII.GetBytes(header), .. pixels];

    [Fact]
    public void The_colour_of_most_pixels_counts_and_their_shades_are_averaged() => Assert.Equal(
        "#c85028", DominantColor.Of(Map("P6\n2 2\n255\n", 198, 80, 40, 202, 80, 40, 200, 80, 40, 0, 0, 255)));

    [Theory]
    [InlineData("P6\n# made by a program\n1 1\n255\n", "#010203")]
    [InlineData("P6 1 1 255 ", "#010203")]
    public void Headers_are_read_in_all_their_forms(string header, string color) =>
        Assert.Equal(color, DominantColor.Of(Map(header, 1, 2, 3)));

    [Fact]
    public void Grey_is_a_colour() => Assert.Equal("#404040", DominantColor.Of(Map("P5\n1 1\n255\n", 0x40)));

    [Fact]
    public void Of_samples_of_two_bytes_the_first_counts() =>
        Assert.Equal("#102030", DominantColor.Of(Map("P6\n1 1\n65535\n", 0x10, 0xFF, 0x20, 0xFF, 0x30, 0xFF)));

    [Theory]
    [InlineData("")]
    [InlineData("P6")]
    [InlineData("P6\n1 1\n255\n")]
    [InlineData("P6\nx y\n255\n1")]
    [InlineData("P6\n#")]
    [InlineData("P3\n1 1\n255\n1 2 3")]
    [InlineData("RIFF")]
    public void What_is_no_map_has_no_colour(string text) => Assert.Null(DominantColor.Of(Map(text)));
}
