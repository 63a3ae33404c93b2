using System.Globalization;
using Xunit.Abstractions;

namespace Scraper.Tests.Bombs;

/// <summary>F2 to F4: answers that are small to send and dear to read, each in a process of its own. The limits are those of
/// the process: its memory, and the processor's time it used, however busy the machine is.</summary>
public sealed class BombTests(ITestOutputHelper output)
{
    private const double MaxCpuSeconds = 2;
    private const double MaxMiB = 256;
    private const double MaxPackedMiB = 128;
    private const int Million = 1_000_000;
    private const int MiB = 1024 * 1024;

    private const string NoList = """{"has_next":false,"results":[]}""";
    private const string NoFilm = "<html><body><p>Films</p></body></html>";
    private const string NoFeed = "<rss><channel><title>Films</title></channel></rss>";

    [Theory]
    [InlineData("", "[", Million, "", "not JSON as agreed")]
    [InlineData("", "{\"a\":", Million, "", "not JSON as agreed")]
    [InlineData("{\"results\":[", "1,", 12 * Million, "1]}", "8 MiB")]
    [InlineData("{\"results\":[", "1,", 4 * Million, "1]}", "more than 200000 values")]
    [InlineData("{\"results\":[", "{},", 2 * Million, "{}]}", "more than 200000 values")]
    [InlineData("{\"results\":[", "1,", 190_000, "1]}", "190001 rejects")]
    [InlineData("{\"results\":[{\"id\":", "9", 10 * Million, "}]}", "8 MiB")]
    [InlineData("{\"results\":[{\"id\":", "9", 8 * Million, "}]}", "1 rejects")]
    [InlineData("{\"results\":[],", "\"a\":1,", Million, "\"b\":1}", "more than 200000 values")]
    [InlineData("{\"results\":[],", "\"a\":1,", 1_000, "\"b\":1}", "Duplicate property 'a'")]
    [InlineData("{\"results\":[{\"title\":\"", "\\u0430", Million, "\"}]}", "1 rejects")]
    public Task Json_that_is_dear_to_read_is_refused(string before, string text, int times, string after, string told) =>
        ReadAsync("rutube", "application/json", BombHost.Repeat(before, text, times, after), NoList, told, MaxMiB);

    [Theory]
    [InlineData("<div>", 1_000, "nest deeper than 256")]
    [InlineData("<div>", 100_000, "nest deeper than 256")]
    [InlineData("<div>", Million, "nest deeper than 256")]
    [InlineData("<b><p>", Million, "nest deeper than 256")]
    [InlineData("<table><tr><td>", 400_000, "nest deeper than 256")]
    [InlineData("<svg><g>", Million, "nest deeper than 256")]
    [InlineData("<p>", Million, "more than 50000 tags and comments")]
    [InlineData("<i></i>", Million, "more than 50000 tags and comments")]
    [InlineData("<a b='", Million, "more than 512 attributes")]
    [InlineData("<!---->", Million, "more than 50000 tags and comments")]
    [InlineData("<!----!>", Million, "more than 50000 tags and comments")]
    [InlineData("<!----!>", 49_000, "the rows \"article.card\" find nothing")]
    [InlineData("<!--", 2 * Million, "the rows \"article.card\" find nothing")]
    [InlineData("<", 8 * Million, "more than 50000 tags and comments")]
    [InlineData("&lt;&amp;&notin;", 500_000, "the rows \"article.card\" find nothing")]
    [InlineData("<title><script>", 49_000, "the rows \"article.card\" find nothing")]
    [InlineData("<article class=card><a class=card__link href=/film/1></a></article>", 12_000, "none of its")]
    [InlineData("<article class=card><a class=card__link></article>", 16_000, "none of its")]
    [InlineData("<p>Films</p>", 4 * Million, "8 MiB")]
    public Task Pages_that_are_dear_to_read_are_refused(string text, int times, string told) =>
        ReadAsync("site", "text/html", BombHost.Repeat("<html><body>", text, times, ""), NoFilm, told, MaxMiB);

    [Fact]
    public Task A_tag_with_a_million_attributes_is_refused() =>
        ReadAsync("site", "text/html", BombHost.Repeat("<html><body><p ", "a ", Million, ">"), NoFilm, "more than 512 attributes", MaxMiB);

    [Theory]
    [InlineData("<rss><channel>", "<a>", Million, "deeper than 32")]
    [InlineData("<rss><channel><item>", "<a>", Million, "deeper than 32")]
    [InlineData("<rss><channel><item>", "<a/>", Million, "holds more than")]
    [InlineData("<rss><channel>", "<item/>", Million, "1500 rejects")]
    [InlineData("<rss><channel><item><title>", "Film ", Million, "holds more than")]
    [InlineData("<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'>", "<!ENTITY b '&a;&a;&a;&a;'>", 1_000, "DTD is prohibited")]
    [InlineData("<rss><channel><item a='", "x", 7 * Million, "unclosed literal")]
    [InlineData("<rss><channel><item>", "&#65;", Million, "Unexpected end of file")]
    [InlineData("<rss><channel><item><title>", "&#65;&lt;", 900_000, "holds more than")]
    public Task Feeds_that_are_dear_to_read_are_refused(string before, string text, int times, string told) =>
        ReadAsync("feed", "application/xml", BombHost.Repeat(before, text, times, ""), NoFeed, told, MaxMiB);

    [Theory]
    [InlineData("rutube", 500, "8 MiB", "gzip")]
    [InlineData("rutube", 500, "8 MiB", "deflate")]
    [InlineData("rutube", 10 * 1024, "8 MiB", "br")]
    [InlineData("rutube", 10 * 1024, "8 MiB", "gzip")]
    [InlineData("rutube", 500, "Contract", "gzip", "gzip")]
    [InlineData("rutube", 500, "Contract", "gzip", "br")]
    [InlineData("feed", 10 * 1024, "8 MiB", "gzip")]
    [InlineData("feed", 500, "more than 50 MiB", "file")]
    [InlineData("feed", 500, "more than 50 MiB", "file", "gzip")]
    [InlineData("site", 500, "8 MiB", "file")]
    [InlineData("site", 10 * 1024, "8 MiB", "br")]
    public Task What_unpacks_to_more_than_a_page_is_cut(string way, int mebibytes, string told, params string[] encodings) => ReadAsync(
        way, "text/plain", BombHost.Repeat("", new string(' ', MiB), mebibytes, ""),
        way switch { "rutube" => NoList, "feed" => NoFeed, _ => NoFilm }, told, MaxPackedMiB, encodings);

    [Theory]
    [InlineData("json alone", "[", "1,", 12 * Million, "1]")]
    [InlineData("html alone", "", "<div>", 100_000, "")]
    [InlineData("client alone", "", " ", 500 * MiB, "", "gzip")]
    public async Task The_same_bombs_harm_whoever_reads_them_without_limits(
        string way, string before, string text, int times, string after, params string[] encodings)
    {
        await using var host = await BombHost.StartAsync("text/plain", BombHost.Repeat(before, text, times, after), "[]", encodings);

        var run = await BombRun.ReadAsync(way, new Uri(host.BaseUrl, "/bomb"), new Uri(host.BaseUrl, "/harmless"));

        output.WriteLine($"{run.ExitCode}: {run.Cost} {run.Errors[..Math.Min(100, run.Errors.Length)]}");
        Assert.True(run.Cost is null || run.Cost.PeakMiB > MaxMiB || run.Cost.CpuSeconds > MaxCpuSeconds);
    }

    [Fact]
    public async Task A_million_lists_inside_each_other_kill_whoever_walks_over_them()
    {
        await using var host = await BombHost.StartAsync(
            "text/plain",
            async (stream, token) =>
            {
                await BombHost.Repeat("", "[", Million, "")(stream, token);
                await BombHost.Repeat("", "]", Million, "")(stream, token);
            },
            "[]");

        var run = await BombRun.ReadAsync("json alone", new Uri(host.BaseUrl, "/bomb"), new Uri(host.BaseUrl, "/harmless"));

        Assert.Null(run.Cost);
    }

    private async Task ReadAsync(
        string way, string type, Func<Stream, CancellationToken, Task> write, string harmless, string told, double maxMiB, params string[] encodings)
    {
        await using var host = await BombHost.StartAsync(type, write, harmless, encodings);

        var run = await BombRun.ReadAsync(way, new Uri(host.BaseUrl, "/bomb"), new Uri(host.BaseUrl, "/harmless"));

        var cost = run.Cost;
        Assert.True(run.ExitCode == 0 && cost is not null, $"It ended with {run.ExitCode}: {run.Errors}");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{cost.PeakMiB:0} MiB, {cost.CpuSeconds:0.00} s: {cost.Outcome[..Math.Min(300, cost.Outcome.Length)]}"));
        Assert.Contains(told, cost.Outcome, StringComparison.Ordinal);
        Assert.InRange(cost.PeakMiB, 1, maxMiB);
        Assert.InRange(cost.CpuSeconds, 0, MaxCpuSeconds);
    }
}
