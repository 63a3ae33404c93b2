using System.Text;
using AngleSharp.Dom;
using Scraper.Sources;
using Scraper.Sources.Sites.Extracting;

namespace Scraper.Tests.Sources.Sites.Extracting;

public sealed class HtmlLimitsTests
{
    // Every kind of rule that a parser has for where an element ends.
    private static readonly string[] Tags =
    [
        "div", "p", "li", "ul", "ol", "b", "i", "a", "font", "table", "tbody", "tr", "td", "th", "span", "select", "option",
        "button", "form", "svg", "g", "foreignObject", "math", "mi", "template", "h1", "dl", "dt", "dd", "nobr", "applet",
        "object", "caption", "colgroup", "br", "image", "input", "ruby", "rt", "section", "marquee", "noscript", "title", "desc",
    ];

    [Theory]
    [InlineData("<div>", "")]
    [InlineData("<b a=1>", "")]
    [InlineData("<table><tr><td></div>", "")]
    [InlineData("<b><div></b>", "")]
    [InlineData("<svg><g>", "")]
    [InlineData("<ul><li>", "")]
    [InlineData("<DIV>", "</SPAN>")]
    [InlineData("<div/>", "")]
    [InlineData("<!--><div>", "")]
    [InlineData("<svg><title><div>", "")]
    public void What_nests_without_end_is_refused_before_it_is_parsed(string opening, string closing)
    {
        var bomb = string.Concat(Enumerable.Repeat(opening, 100_000)) + closing;

        Assert.Contains("nest deeper", HtmlLimits.WhyRefused(bomb), StringComparison.Ordinal);
    }

    [Fact]
    public void A_million_attributes_and_half_a_million_tags_are_refused()
    {
        var attributes = "<a " + string.Join(' ', Enumerable.Range(0, 1_000_000).Select(number => $"a{number}=1")) + ">";
        var tags = string.Concat(Enumerable.Repeat("<i></i>", 100_000));

        Assert.Contains("attributes", HtmlLimits.WhyRefused(attributes), StringComparison.Ordinal);
        Assert.Contains("tags", HtmlLimits.WhyRefused(tags), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>text")]
    [InlineData("<li>item")]
    [InlineData("<tr><td>cell<td>cell")]
    [InlineData("<dt>name<dd>value")]
    [InlineData("<a name=x>anchor")]
    [InlineData("<img src=x><br>")]
    [InlineData("<div class='a > b'></div>")]
    [InlineData("<!-- <div> -->")]
    [InlineData("<script>if (a<div) b();</script>")]
    [InlineData("<option>one")]
    public void Pages_as_people_write_them_pass(string part)
    {
        Assert.Null(HtmlLimits.WhyRefused($"<table>{string.Concat(Enumerable.Repeat(part, 2000))}</table>"));
    }

    [Fact]
    public void No_soup_of_tags_gets_through_deep()
    {
        var random = new Random(20260501);
        var (read, refused, missed) = (0, 0, 0);
        for (var round = 0; round < 1000; round++)
        {
            var soup = Soup(random);
            try
            {
                var page = SitePage.Read(new Uri("https://kino.example/"), Encoding.UTF8.GetBytes(soup), "utf-8");
                Assert.True(DepthOf(page.Root!) <= HtmlLimits.MaxDepth, soup[..Math.Min(soup.Length, 400)]);
                read++;
            }
            catch (SourceException deep)
            {
                Assert.Contains("nest deeper", deep.Message, StringComparison.Ordinal);
                refused++;
                missed += HtmlLimits.WhyRefused(soup) is null ? 1 : 0;
            }
        }

        Assert.True(read > 100 && refused > 100, $"{read} read, {refused} refused: both are to be tried.");
        Assert.True(missed < refused / 10, $"{missed} of {refused} deep pages were parsed before they were refused.");
    }

    // A few tags over and over, so that whatever is left open adds up.
    private static string Soup(Random random)
    {
        var pattern = new StringBuilder();
        for (var length = random.Next(1, 7); length > 0; length--)
        {
            var tag = Tags[random.Next(Tags.Length)];
            pattern.Append(random.Next(3) switch
            {
                0 => $"</{tag}>",
                1 => $"<{tag}{(random.Next(2) == 0 ? "" : " a=#")}>",
                _ => $"<{tag}>x",
            });
        }

        var soup = new StringBuilder();
        for (var copy = 0; copy < 300; copy++)
        {
            soup.Append(pattern).Replace("#", $"{copy}");
        }

        return soup.ToString();
    }

    private static int DepthOf(INode root)
    {
        var (deepest, open) = (0, new Stack<(INode Node, int Depth)>());
        open.Push((root, 0));
        while (open.TryPop(out var next))
        {
            deepest = Math.Max(deepest, next.Depth);
            foreach (var child in next.Node.ChildNodes)
            {
                open.Push((child, next.Depth + 1));
            }
        }

        return deepest;
    }
}
