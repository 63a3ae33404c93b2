using System.Text;
using Scraper.Fetching.Charsets;

namespace Scraper.Tests.Fetching.Charsets;

public sealed class TextCharsetTests
{
    private const string Page = "<html><head><title>Собачье сердце</title></head><body>Фильм 1988 года, режиссёр Бортко</body></html>";

    [Theory]
    [InlineData("windows-1251", "windows-1251")]
    [InlineData("windows-1251", "\"windows-1251\"")]
    [InlineData("windows-1251", "CP1251")]
    [InlineData("koi8-r", "KOI8-R")]
    [InlineData("ibm866", "cp866")]
    [InlineData("utf-8", "UTF8")]
    public void What_the_headers_name_is_believed(string written, string declared) =>
        Assert.Equal(Page, TextCharset.Decode(Bytes(Page, written), declared));

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("koi8-r")]
    [InlineData("ibm866")]
    [InlineData("utf-8")]
    public void Text_that_does_not_say_what_it_is_written_in_is_guessed(string written) =>
        Assert.Equal(Page, TextCharset.Decode(Bytes(Page, written), declared: null));

    [Theory]
    [InlineData("<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss><title>Брат</title></rss>")]
    [InlineData("<!DOCTYPE html><meta charset=windows-1251><title>Брат</title>")]
    [InlineData("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\"><title>Брат</title>")]
    [InlineData("<META CHARSET = 'Windows-1251'><title>Брат</title>")]
    public void What_the_text_names_is_believed_where_the_headers_are_silent(string text) =>
        Assert.Equal(text, TextCharset.Decode(Bytes(text, "windows-1251"), declared: null));

    [Theory]
    [InlineData("utf-8", "windows-1251")]
    [InlineData("utf-8", "koi8-r")]
    public void A_default_of_the_host_that_does_not_fit_is_not_believed(string declared, string written) =>
        Assert.Equal(Page, TextCharset.Decode(Bytes(Page, written), declared));

    [Fact]
    public void The_text_corrects_a_default_that_does_not_fit()
    {
        const string text = "<meta charset=\"iso-8859-1\"><p>Le fabuleux destin d’Amélie</p>";

        Assert.Equal(text, TextCharset.Decode(Bytes(text, "windows-1252"), "utf-8"));
    }

    [Fact]
    public void Letters_that_stand_alone_among_ascii_are_western()
    {
        const string text = "<p>Amélie, Léon, La Haine, Kühe</p>";

        Assert.Equal(text, TextCharset.Decode(Bytes(text, "windows-1252"), declared: null));
    }

    [Fact]
    public void A_cut_letter_does_not_make_utf_8_another_encoding()
    {
        var cut = Encoding.UTF8.GetBytes(Page)[..^16];
        var text = TextCharset.Decode([.. cut, 0xD0], declared: null);

        Assert.Contains("Собачье сердце", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_mark_outranks_the_headers_and_is_not_part_of_the_text(string written)
    {
        var encoding = Encoding.GetEncoding(written);

        Assert.Equal(Page, TextCharset.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Page)], "windows-1251"));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Double_width_is_seen_without_a_mark(string written) =>
        Assert.Equal(Page, TextCharset.Decode(Encoding.GetEncoding(written).GetBytes(Page), declared: null));

    [Theory]
    [InlineData("x-unheard-of")]
    [InlineData("")]
    [InlineData("utf-7")]
    public void An_unknown_name_counts_as_none(string declared) =>
        Assert.Equal(Page, TextCharset.Decode(Encoding.UTF8.GetBytes(Page), declared));

    [Fact]
    public void Bytes_of_any_kind_become_some_text()
    {
        var random = new Random(1);
        for (var round = 0; round < 2_000; round++)
        {
            var bytes = new byte[random.Next(300)];
            random.NextBytes(bytes);

            Assert.NotNull(TextCharset.Decode(bytes, declared: null));
        }
    }

    private static byte[] Bytes(string text, string encoding) =>
        (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding)).GetBytes(text);
}
