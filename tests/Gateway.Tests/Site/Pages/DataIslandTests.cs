using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gateway.Site.Pages;

namespace Gateway.Tests.Site.Pages;

public class DataIslandTests
{
    private static readonly JsonSerializerOptions Careless = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("<!--<script>")]
    [InlineData("]]>-->")]
    [InlineData("до\u2028после\u2029конец")]
    [InlineData("–—…€ длинное тире и прочее")]
    [InlineData("\\\" \\u003c & ' ё")]
    public void No_text_ends_the_element_and_each_is_read_as_it_was(string text)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["title"] = text }, Careless);

        var html = Encoding.UTF8.GetString(new DataIsland("/api/v1/movies/7", json).ToHtml());

        var page = Page.Read($"<head>{html}</head><body><p>end</p></body>");
        Assert.Equal(text, page.Island?.Data.GetProperty("title").GetString());
        Assert.Single(page.Document.QuerySelectorAll("script"));
        Assert.DoesNotContain(html, letter => letter is '\u2028' or '\u2029');
    }

    [Fact]
    public void Harmless_data_stays_as_it_is()
    {
        var json = """{"title":"Сталкер","year":1979}"""u8.ToArray();

        Assert.Same(json, DataIsland.Escape(json));
    }
}
