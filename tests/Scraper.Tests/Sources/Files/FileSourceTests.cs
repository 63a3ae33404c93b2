using System.Globalization;
using System.Text;
using Hosts;
using Scraper.Sources;
using Scraper.Sources.Files;

namespace Scraper.Tests.Sources.Files;

public sealed class FileSourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("films-").FullName;

    private readonly FileSource _source = new(
        FileSource.Defaults, new ManualTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_table_states_everything_it_knows()
    {
        var walk = await ReadAsync("films.csv", """
            source,externalId,sourceUrl,title,originalTitle,alternativeTitles,year,imageUrl,thumbnailUrl,views,publishedAt,durationSeconds,description,genres,countries,directors,rating,ageRating,embedUrl,streamUrl,quality,language,authorName,authorUrl
            archive,nosferatu_1922,https://archive.org/details/nosferatu_1922,"Носферату, симфония ужаса",Nosferatu,"Носферату; Вампир Носферату",1922,https://archive.org/services/img/nosferatu_1922,,1000,2006-07-14T12:12:46+03:00,4862,"Первая строка
            ""вторая"" строка",ужасы;фэнтези,Германия,Фридрих Вильгельм Мурнау,7.8,12+,https://archive.org/embed/nosferatu_1922,,720p,de,Prana-Film,
            """);

        var film = Assert.Single(walk.Videos);
        Assert.Equal(("archive", "nosferatu_1922"), (film.Source, film.ExternalId));
        Assert.Equal("Носферату, симфония ужаса", film.Title);
        Assert.Equal(film.Title, film.Stated.Title);
        Assert.Equal(("Nosferatu", 1922, VideoKind.Film), (film.Stated.OriginalTitle, film.Stated.Year, film.Stated.Kind));
        Assert.Equal(["Носферату", "Вампир Носферату"], film.Stated.AlternativeTitles);
        Assert.Equal(["ужасы", "фэнтези"], film.Stated.Genres);
        Assert.Equal(["Германия"], film.Stated.Countries);
        Assert.Equal(["Фридрих Вильгельм Мурнау"], film.Stated.Directors);
        Assert.Equal((7.8, "720p"), (film.Stated.Rating, film.Stated.Quality));
        Assert.Equal("Первая строка\n\"вторая\" строка", film.Description);
        Assert.Equal(new DateTimeOffset(2006, 7, 14, 9, 12, 46, TimeSpan.Zero), film.PublishedAt);
        Assert.Equal((4862, 1000L, 12), (film.Duration!.Value.TotalSeconds, film.Views, film.AgeRating));
        Assert.Equal(("https://archive.org/embed/nosferatu_1922", "de", "Prana-Film"), (film.EmbedUrl, film.Language, film.AuthorName));
        Assert.Equal(film.ImageUrl, film.ThumbnailUrl);
        Assert.Null(film.AuthorUrl);
    }

    [Theory]
    [InlineData("films.csv", "title,sourceUrl,genres\nАэлита,https://example.org/a,драма; фантастика\n")]
    [InlineData("films.csv", "\uFEFF\"title\" , sourceUrl,genres\r\n \"Аэлита\" ,https://example.org/a,драма;фантастика\r\n\r\n")]
    [InlineData("films.tsv", "title\tsourceUrl\tgenres\nАэлита\thttps://example.org/a\tдрама;фантастика")]
    [InlineData("films.TSV", "title\tsourceUrl\tgenres\nАэлита\thttps://example.org/a\tдрама;фантастика")]
    [InlineData("films.json", """[{"title":"Аэлита","sourceUrl":"https://example.org/a","genres":["драма","фантастика"],"year":null}]""")]
    [InlineData("films.ndjson", """{"title":"Аэлита","sourceUrl":"https://example.org/a","genres":"драма;фантастика"}""")]
    [InlineData("films.jsonl", "\n{\"title\":\"Аэлита\",\"sourceUrl\":\"https://example.org/a\",\"genres\":[\"драма\",\"фантастика\"]}\n\n")]
    public async Task Every_form_says_the_same(string name, string text)
    {
        var walk = await ReadAsync(name, text);

        Assert.Null(walk.Failure);
        Assert.Empty(walk.Rejects);
        var film = Assert.Single(walk.Videos);
        Assert.Equal(("file", "Аэлита", "https://example.org/a"), (film.Source, film.Title, film.SourceUrl));
        Assert.Equal(["драма", "фантастика"], film.Stated.Genres);
    }

    [Fact]
    public async Task A_film_without_an_id_gets_the_same_id_each_time()
    {
        const string Text = "title,sourceUrl\nАэлита,https://example.org/a\nГенерал,https://example.org/b\n";

        var first = await ReadAsync("one.csv", Text);
        var second = await ReadAsync("two.csv", Text);

        Assert.Equal(first.Ids, second.Ids);
        Assert.Equal(2, first.Ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Matches("^[0-9a-f]{32}$", first.Ids[0]);
    }

    [Theory]
    [InlineData("year", "19x7", "line 3: year is \"19x7\", expected a whole number from 1888 to 2027")]
    [InlineData("year", "1700", "year is \"1700\"")]
    [InlineData("year", "2028", "year is \"2028\"")]
    [InlineData("rating", "7,8", "rating is \"7,8\", expected a number from 0 to 10, with a point")]
    [InlineData("rating", "11", "rating is \"11\"")]
    [InlineData("rating", "NaN", "rating is \"NaN\"")]
    [InlineData("ageRating", "17", "ageRating is \"17\", expected 0, 6, 12, 16 or 18")]
    [InlineData("durationSeconds", "1:20", "durationSeconds is \"1:20\"")]
    [InlineData("durationSeconds", "0", "durationSeconds is \"0\"")]
    [InlineData("views", "-1", "views is \"-1\"")]
    [InlineData("publishedAt", "13.04.2024", "publishedAt is \"13.04.2024\", expected a date such as")]
    [InlineData("embedUrl", "javascript:alert(1)", "embedUrl is \"javascript:alert(1)\", expected an address")]
    [InlineData("imageUrl", "/poster.jpg", "imageUrl is \"/poster.jpg\"")]
    [InlineData("authorUrl", "https://user:pass@example.org/", "authorUrl is")]
    [InlineData("source", "My Source", "source is \"My Source\", expected small letters")]
    public async Task A_value_that_cannot_be_read_refuses_its_row_by_line_and_column(string column, string value, string reason)
    {
        var walk = await ReadAsync("films.tsv", $"""
            title	sourceUrl	{column}
            Генерал	https://example.org/b	
            Аэлита	https://example.org/a	{value}
            Носферату	https://example.org/c	
            """);

        Assert.Equal(["Генерал", "Носферату"], walk.Videos.Select(video => video.Title), StringComparer.Ordinal);
        var reject = Assert.Single(walk.Rejects);
        Assert.Contains(reason, reject.Reason, StringComparison.Ordinal);
        Assert.StartsWith("line 3: ", reject.Reason, StringComparison.Ordinal);
        Assert.Contains(value, reject.Payload, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("films.csv", "title,sourceUrl\n,https://example.org/a\n", "line 2: title is empty")]
    [InlineData("films.csv", "title,sourceUrl\nАэлита,\n", "line 2: sourceUrl is empty")]
    [InlineData("films.csv", "title,sourceUrl\nАэлита,https://example.org/a,1924\n", "line 2: it has 3 values, the header 2")]
    [InlineData("films.csv", "title,sourceUrl\nФильм \"Аэлита\",https://example.org/a\n", "line 2: a quotation mark stands inside")]
    [InlineData("films.csv", "title,sourceUrl\n\"Аэлита\" 1924,https://example.org/a\n", "line 2: a quotation mark stands inside")]
    [InlineData("films.json", """[{"title":"Аэлита"}]""", "row 1: the column sourceUrl is missing")]
    [InlineData("films.json", "[5]", "row 1: it is a Number, not an object")]
    [InlineData("films.json", """[{"title":{},"sourceUrl":"https://example.org/a"}]""", "row 1: title is {}, not a value")]
    [InlineData("films.json", """[{"titel":"Аэлита","sourceUrl":"https://example.org/a"}]""", "Did you mean title?")]
    [InlineData("films.ndjson", "\n{\"title\":\n", "line 2: it is not JSON")]
    [InlineData("films.ndjson", "{\"title\":\"а\",\"title\":\"б\",\"sourceUrl\":\"https://example.org/a\"}", "line 1: it is not JSON")]
    public async Task A_row_that_is_no_film_is_refused_with_its_place(string name, string text, string reason)
    {
        var walk = await ReadAsync(name, text);

        Assert.Null(walk.Failure);
        Assert.Empty(walk.Videos);
        Assert.Contains(reason, Assert.Single(walk.Rejects).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("films.csv", "titel,sourceUrl\nАэлита,https://example.org/a\n", "\"titel\" is no column. Did you mean title?")]
    [InlineData("films.csv", "title\nАэлита\n", "the column sourceUrl is missing")]
    [InlineData("films.csv", "title,sourceUrl,title\n", "the column title comes twice")]
    [InlineData("films.csv", "", "it is empty")]
    [InlineData("films.csv", "title,sourceUrl\n\"Аэлита,https://example.org/a\n", "line 2 is never closed")]
    [InlineData("films.json", """{"title":"Аэлита"}""", "JSON")]
    [InlineData("films.json", """[{"title":"Аэлита",""", "JSON")]
    [InlineData("films.xlsx", "PK", "the ending \".xlsx\" is unknown. Use .csv")]
    public async Task A_file_that_is_no_list_of_films_is_told_with_its_path(string name, string text, string told)
    {
        var walk = await ReadAsync(name, text);

        Assert.Equal(SourceFailure.Contract, walk.Failure!.Failure);
        Assert.Contains(told, walk.Failure.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(_folder, name), walk.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_told()
    {
        var path = Path.Combine(_folder, "old.csv");
        await File.WriteAllBytesAsync(path, [.. "title,sourceUrl\n"u8, 0xC0, 0xFD, 0xEB, .. ",https://example.org/a\n"u8]);

        var walk = await Walk.ThroughAsync(_source, path);

        Assert.Contains("Save it as UTF-8", walk.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told()
    {
        var walk = await Walk.ThroughAsync(_source, $"file:{_folder}/none.csv");

        Assert.Equal(SourceFailure.Contract, walk.Failure!.Failure);
        Assert.Contains("Check the path", walk.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_goes_on_from_any_row_to_the_same_set()
    {
        var rows = Enumerable.Range(1, 450).Select(number => string.Create(
            CultureInfo.InvariantCulture, $"Фильм {number},https://example.org/{number}"));
        var whole = await ReadAsync("many.csv", "title,sourceUrl\n" + string.Join('\n', rows));

        Assert.Equal(["200", "400", null], whole.Pages.Select(page => page.NextCursor), StringComparer.Ordinal);
        foreach (var cut in new[] { 1, 2 })
        {
            var rest = await Walk.ThroughAsync(_source, Path.Combine(_folder, "many.csv"), whole.Pages[cut - 1].NextCursor);

            Assert.Equal(whole.Ids.Skip(cut * 200), rest.Ids, StringComparer.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("file:")]
    [InlineData("https://example.org/films.csv")]
    public void What_is_no_path_is_refused(string target) =>
        Assert.Throws<FormatException>(() => _source.ReadTarget(target));

    private async Task<Walk> ReadAsync(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return await Walk.ThroughAsync(_source, path);
    }
}
