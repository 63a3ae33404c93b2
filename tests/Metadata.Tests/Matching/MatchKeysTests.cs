using Metadata.Matching;

namespace Metadata.Tests.Matching;

public sealed class MatchKeysTests
{
    [Fact]
    public void Keys_are_stored_and_so_must_never_change() => Assert.Equal(
        [-5_994_725_831_126_738_596, 8_771_209_909_339_958_876, 3_530_404_203_545_266_410], MatchKeys.Of(Records.Of("Сталкер; Stalker = 1979, imdb:tt0079944")));

    [Theory]
    [InlineData("Сталкер = 1979", "Сталкер = 1982", true)]
    [InlineData("Сталкер = 1979", "Сталкер = 1983", false)]
    [InlineData("Сталкер = 1979", "Сталкер", true)]
    [InlineData("Сталкер", "Сталкер = 1979", true)]
    [InlineData("Сталкер; Stalker = 1979", "Stalker = 1979", true)]
    [InlineData("The Matrix = 1999", "Matrix = 1999", true)]
    [InlineData("Тачки 1 = 2006", "Тачки = 2006", true)]
    [InlineData("Мир и война = 1965", "Война и мир = 1965", true)]
    [InlineData("Брат = 1997", "Брат 2 = 1997", false)]
    [InlineData("Серия 1 = 1990", "Серия 1 = 1990", false)]
    [InlineData("Вий = 1967, imdb:tt1", "Nothing = 2000, imdb:TT1", true)]
    [InlineData("Вий = 1967, imdb:tt1", "Nothing = 2000, tmdb:tt1", false)]
    public void Records_meet_when_their_keys_and_ranges_do(string one, string other, bool expected)
    {
        var keys = MatchKeys.Of(Records.Of(other));

        var meets = MatchKeys.Ranges(Records.Of(one)).Any(range => keys.Any(key => key >= range.From && key <= range.To));

        Assert.Equal(expected, meets);
    }
}
