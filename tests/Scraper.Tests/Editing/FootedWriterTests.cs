using Scraper.Editing;

namespace Scraper.Tests.Editing;

public sealed class FootedWriterTests : IDisposable
{
    private readonly StringWriter _screen = new();
    private int _width = 80;

    public void Dispose() => _screen.Dispose();

    private FootedWriter Writer() => new(_screen, () => _width);

    [Fact]
    public void A_foot_is_drawn_over_the_one_before()
    {
        using var writer = Writer();

        writer.Draw(["one", "two"]);
        writer.Draw(["three"]);

        Assert.Equal("one\ntwo\r\e[1A\e[Jthree", _screen.ToString());
    }

    [Fact]
    public void What_else_is_written_stands_above_the_foot()
    {
        using var writer = Writer();

        writer.Draw(["10 seen"]);
        writer.WriteLine("warn: the host is slow");
        writer.Draw(["20 seen"]);

        Assert.Equal("10 seen\r\e[Jwarn: the host is slow\n20 seen", _screen.ToString());
    }

    [Fact]
    public void A_question_is_not_drawn_over()
    {
        using var writer = Writer();

        writer.Write("Take it down? [y/N] ");
        writer.Draw(["10 seen"]);

        Assert.Equal("Take it down? [y/N] ", _screen.ToString());
    }

    [Fact]
    public void A_terminal_made_narrower_is_cleared_of_its_broken_lines()
    {
        using var writer = Writer();
        writer.Draw([new string('x', 70)]);
        _width = 40;

        writer.Erase();

        Assert.EndsWith("\r\e[1A\e[J", _screen.ToString(), StringComparison.Ordinal);
    }
}
