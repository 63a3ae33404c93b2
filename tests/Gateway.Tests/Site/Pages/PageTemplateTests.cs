using System.Text;
using Gateway.Site.Pages;
using Metadata.Client;

namespace Gateway.Tests.Site.Pages;

public class PageTemplateTests
{
    [Fact]
    public void Only_the_three_places_change()
    {
        const string Html =
            """
            <!doctype html><html class="a" lang="ru"><head><meta charset="utf-8">
            <title>A</title>
            <meta name="description" content="B" />
            <link rel="icon"><!-- boot -->
            <script>1</script></head><body lang="x"><!-- boot --></body></html>
            """;

        var filled = Encoding.UTF8.GetString(PageTemplate.Split(Html).Fill("en", "<title>C</title>", "<i>"u8));

        Assert.Equal(
            """
            <!doctype html><html class="a" lang="en"><head><meta charset="utf-8">
            <title>C</title>
            <link rel="icon"><i>
            <script>1</script></head><body lang="x"><!-- boot --></body></html>
            """,
            filled);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><head><title>A</title><meta name=\"description\" content=\"B\"><!-- boot -->")]
    [InlineData("<html lang=\"ru\"><head><title>A</title><!-- boot -->")]
    [InlineData("<html lang=\"ru\"><head><title>A</title><meta name=\"description\" content=\"B\">")]
    public void A_page_that_is_not_ours_stops_the_start_and_says_what_to_do(string html)
    {
        var refused = Assert.Throws<SettingException>(() => PageTemplate.Split(html));

        Assert.Contains("Site:Root", refused.Message, StringComparison.Ordinal);
        Assert.Contains("frontend/", refused.Message, StringComparison.Ordinal);
    }
}
