using System.IO.Compression;
using System.Net;
using System.Text;
using Scraper.Fetching;
using Scraper.Recording;

namespace Scraper.Tests.Recording;

public sealed class RecordingFileTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("scraper-recording-");

    private string File => Path.Combine(_directory.FullName, "run.gz");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void An_answer_comes_back_as_it_came()
    {
        var url = new Uri("https://films.example/api/list?page=2");
        var answer = new FetchedBody(
            url, HttpStatusCode.MovedPermanently, "text/html", Encoding.UTF8.GetBytes("Летят журавли"),
            new Uri("/elsewhere", UriKind.Relative), TimeSpan.FromSeconds(90), "windows-1251")
        {
            Validators = new Validators("W/\"abc\"", "Fri, 01 May 2026 10:00:00 GMT"),
        };
        using (var writer = NewWriter())
        {
            writer.Append(new FetchRequest(url, FetchRequest.Text), answer, Start, isHeld: false);
        }

        using var answers = RecordedAnswers.Open([File])!;
        var found = answers.Find(url)!;

        Assert.Equal(answer with { Body = [] }, found.Response.ToBody(url, found.Body) with { Body = [] });
        Assert.Equal(answer.Body, found.Body);
        Assert.Equal(Start, found.Response.At);
        Assert.Equal(("rutube", "search:фильм", 7), (answers.Head.Source, answers.Head.Targets.Single(), answers.Head.RunId));
    }

    [Fact]
    public void Everybodys_gzip_reads_it()
    {
        Write(Page(1), Page(2));
        using var file = System.IO.File.OpenRead(File);
        using var gzip = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);

        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(5, lines.Length);
        Assert.Contains("\"targets\":[\"search:фильм\"]", lines[0], StringComparison.Ordinal);
        Assert.Contains("page=2", lines[3], StringComparison.Ordinal);
        Assert.Equal(Body(2), lines[4]);
    }

    [Fact]
    public void Wherever_a_file_is_torn_what_lies_before_is_read_and_the_rest_is_named()
    {
        Write(Page(1), Page(2));
        var whole = System.IO.File.ReadAllBytes(File);
        var ends = MemberEnds(whole);

        for (var length = 0; length < whole.Length; length++)
        {
            System.IO.File.WriteAllBytes(File, whole[..length]);
            using var answers = RecordedAnswers.Open([File]);

            Assert.Equal(length >= ends[0], answers is not null);
            Assert.Equal(ends.Count(end => end <= length) - (length >= ends[0] ? 1 : 0), answers?.Count ?? 0);
            Assert.Equal(answers is not null && !ends.Contains(length), answers?.Damages.Any() ?? false);
        }
    }

    [Fact]
    public void No_flipped_bit_of_a_body_goes_unnoticed()
    {
        Write(Page(1));
        var whole = System.IO.File.ReadAllBytes(File);
        var start = MemberEnds(whole)[0];

        for (var at = start; at < whole.Length; at++)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 0x10;
            System.IO.File.WriteAllBytes(File, damaged);
            using var answers = RecordedAnswers.Open([File])!;

            var found = answers.Find(Page(1));
            Assert.True(found is null || Encoding.UTF8.GetString(found.Body) == Body(1), $"Byte {at} was believed.");
        }
    }

    [Fact]
    public void Of_several_answers_of_one_address_the_last_that_is_final_counts()
    {
        using (var writer = NewWriter())
        {
            Append(writer, Page(1), "old");
            Append(writer, Page(1), "new");
            Append(writer, Page(1), "busy", HttpStatusCode.ServiceUnavailable);
        }

        using var answers = RecordedAnswers.Open([File])!;

        Assert.Equal("new", Encoding.UTF8.GetString(answers.Find(Page(1))!.Body));
    }

    [Fact]
    public void A_token_is_kept_nowhere()
    {
        const string Secret = "vk1.a.Zx81-secret";
        var url = new Uri($"https://api.vk.example/method/video.search?q=1&access_token={Secret}&v=5.199");
        using (var writer = NewWriter())
        {
            Append(writer, url, "{\"response\":1}");
            Append(writer, url, $"{{\"next\":\"https://api.vk.example/?access_token={Secret}\"}}");
        }

        using var answers = RecordedAnswers.Open([File])!;

        Assert.DoesNotContain("secret", Unpacked(), StringComparison.Ordinal);
        Assert.Equal("{\"response\":1}", Encoding.UTF8.GetString(answers.Find(url)!.Body));
    }

    [Fact]
    public void A_second_writer_does_not_touch_the_first_ones_file()
    {
        Write(Page(1));

        Assert.Throws<IOException>(() => NewWriter().Dispose());
    }

    private static Uri Page(int number) => new($"https://rutube.ru/api/search/video/?query=1&page={number}");

    private static string Body(int number) => $"{{\"page\":{number},\"results\":[{string.Join(',', Enumerable.Range(0, 40))}]}}";

    private static void Append(RecordingWriter writer, Uri url, string body, HttpStatusCode status = HttpStatusCode.OK) =>
        writer.Append(
            new FetchRequest(url, FetchRequest.Json),
            new FetchedBody(url, status, "application/json", Encoding.UTF8.GetBytes(body)), Start, isHeld: false);

    private static List<int> MemberEnds(byte[] file)
    {
        List<int> ends = [];
        for (var at = 0; at < file.Length; ends.Add(at))
        {
            at += RecordingEntry.MemberLength(file.AsSpan(at))!.Value;
        }

        return ends;
    }

    private RecordingWriter NewWriter() => new(
        File, new RecordingHead(RecordingHead.CurrentForm, "rutube", ["search:фильм"], Start, 7, ParserVersion.Current));

    private void Write(params Uri[] pages)
    {
        using var writer = NewWriter();
        for (var number = 1; number <= pages.Length; number++)
        {
            Append(writer, pages[number - 1], Body(number));
        }
    }

    private string Unpacked()
    {
        using var gzip = new GZipStream(System.IO.File.OpenRead(File), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        return reader.ReadToEnd();
    }
}
