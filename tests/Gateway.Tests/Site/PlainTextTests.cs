using Gateway.Site;

namespace Gateway.Tests.Site;

public class PlainTextTests
{
    [Theory]
    [InlineData("Сталкер", "Сталкер")]
    [InlineData("  две \t\r\n строки  ", "две строки")]
    [InlineData("а\0б\u0007в\u009Fг\uFFFEд\uFFFF", "абвгд")]
    [InlineData("a\u2028b\u00A0c", "a b c")]
    [InlineData("половина \uD83C пары", "половина пары")]
    [InlineData("🎬 кино", "🎬 кино")]
    [InlineData("", "")]
    public void A_line_has_no_control_characters_and_no_halves(string text, string line) =>
        Assert.Equal(line, PlainText.Line(text));

    [Theory]
    [InlineData("один два три", 20, "один два три")]
    [InlineData("один два три", 12, "один два три")]
    [InlineData("один два три", 11, "один два…")]
    [InlineData("одиннадцатибуквенное", 10, "одиннадца…")]
    [InlineData("12345678🎬хвост", 10, "12345678…")]
    public void A_beginning_ends_between_words_and_never_within_a_letter(string text, int length, string beginning) =>
        Assert.Equal(beginning, PlainText.Beginning(text, length));
}
