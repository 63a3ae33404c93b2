using System.Text;
using System.Text.Json.Nodes;

namespace Scraper.Tests.Editing.Exchange;

public sealed class ExportAndImportTests : IAsyncLifetime, IDisposable
{
    private const string Header = "id,title,originalTitle,year,description,genres,countries,directors,rating,ageRating,durationSeconds,imageUrl,isActive";

    private StubCatalogue _metadata = null!;
    private CommandLine _cli = null!;

    public async Task InitializeAsync()
    {
        _metadata = await StubCatalogue.StartAsync(
            StubFilm.Of(
                7, "Зеркало", 1975, ("genres", new JsonArray("драма", "притча; сон")), ("rating", 8.1), ("ageRating", 12),
                ("description", "=HYPERLINK(\"x\")\nи \"вторая\" строка, с запятой"), ("durationSeconds", 6360)),
            StubFilm.Of(8, "'=Title", null, ("isActive", false), ("rating", 7)));
        _cli = new CommandLine(metadata: _metadata.Host.BaseUrl);
    }

    public async Task DisposeAsync() => await _metadata.DisposeAsync();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task The_table_has_the_editable_fields_and_no_formulas()
    {
        var result = await _cli.RunAsync("export", "--format", "csv");

        Assert.Equal(
            $"{Header}\r\n7,Зеркало,,1975,\"'=HYPERLINK(\"\"x\"\")\nи \"\"вторая\"\" строка, с запятой\",\"драма; притча\\; сон\",,,8.1,12,6360,,true\r\n"
            + "8,''=Title,,,,,,,7,,,,false\r\n",
            result.Out);
        Assert.Equal((0, "2 films exported.\n"), (result.Code, result.Error));
    }

    [Fact]
    public async Task A_byte_order_mark_is_written_once_when_asked_for()
    {
        var result = await _cli.RunAsync("export", "--format", "csv", "--bom", "--out", _cli.File("films.csv"));

        var bytes = await File.ReadAllBytesAsync(_cli.File("films.csv"));
        Assert.Equal((0, "", "id"), (result.Code, result.Out, Encoding.UTF8.GetString(bytes[3..5])));
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
    }

    [Fact]
    public async Task The_JSON_is_one_document_with_a_line_for_each_film()
    {
        var result = await _cli.RunAsync("export", "--format", "json");

        Assert.Equal(1, result.Json().GetProperty("schema").GetInt32());
        Assert.Equal("""{"id":8,"title":"'=Title","rating":7,"isActive":false}""", result.Out.Split('\n')[2]);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("csv", "--bom")]
    [InlineData("json")]
    public async Task What_was_exported_and_not_edited_changes_nothing(params string[] format)
    {
        var path = _cli.File("films.out");
        await _cli.RunAsync(["export", "--format", .. format, "--out", path]);

        var result = await _cli.RunAsync("import", path, "--json");

        Assert.Equal((0, "2 films read, none differs from the catalogue.\n"), (result.Code, result.Error));
        Assert.Equal(0, result.Json().GetProperty("edit").GetProperty("changed").GetInt32());
        Assert.Empty(_metadata.Writes);
    }

    [Fact]
    public async Task Only_what_differs_is_sent_as_one_edit_tried_first()
    {
        await File.WriteAllTextAsync(_cli.File("films.csv"), "ID;Year;genres;rating\n7;1974;драма;8,1\n8;;;\n");

        var result = await _cli.RunAsync("import", _cli.File("films.csv"), "--reason", "титры");

        const string edits = """[{"id":7,"fields":{"year":1974,"genres":["драма"]}},{"id":8,"fields":{"rating":null}}]""";
        Assert.Equal(
            [("PATCH /api/v1/movies?dryRun=true", edits), ("PATCH /api/v1/movies?dryRun=false", edits)],
            _metadata.Writes.Select(write => (write.Line, write.Json)).ToArray());
        Assert.Equal("титры", _metadata.Writes[1].Reason);
        Assert.Equal("Film Field Old New\n7 year 1975 1974\n7 genres драма; притча; сон драма\n8 rating 7\n", result.Table);
        Assert.Contains("Written as change set 41; \"scraper undo 41\" takes it back.", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, result.Code);
    }

    [Fact]
    public async Task A_dry_import_shows_the_difference_and_writes_nothing()
    {
        await File.WriteAllTextAsync(_cli.File("films.csv"), "id,year\n7,1974\n");

        var result = await _cli.RunAsync("import", _cli.File("films.csv"), "--dry-run");

        Assert.Equal("PATCH /api/v1/movies?dryRun=true", Assert.Single(_metadata.Writes).Line);
        Assert.Equal((0, "Film Field Old New\n7 year 1975 1974\n"), (result.Code, result.Table));
        Assert.EndsWith("DRY RUN, nothing written\n", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id,year\n7,old\n", "line 2, column 2 (year): year is \"old\", it must be a whole number")]
    [InlineData("id,title\n7,\n", "line 2, column 2 (title): title is empty")]
    [InlineData("id,year\n99,1975\n", "line 2, column 1 (id): the catalogue has no film 99.")]
    [InlineData("id,year\nseven,1975\n", "line 2, column 1 (id): the id is \"seven\"")]
    [InlineData("id,year\n7,1975\n\n7,1976\n", "line 4, column 1 (id): film 7 stands in line 2 already.")]
    [InlineData("id,year\n7,1700\n", "line 2, column 1 (id): film 7: year must be 1888 or later.")]
    [InlineData("id,year\n7,1975,драма\n", "line 2, column 2: the row has 3 cells, the header 2.")]
    [InlineData("id,yaer\n7,1975\n", "line 1, column 2: \"yaer\" is no column. Did you mean \"year\"?")]
    [InlineData("id,year,Year\n7,1975,1\n", "line 1, column 3: the column Year comes twice.")]
    [InlineData("title,year\nx,1975\n", "line 1, column 1: the column id is missing.")]
    [InlineData("id,title\n7,\"a\nb\n", "line 2, column 2: the quotation mark that opens this cell is never closed.")]
    [InlineData("id,title\n7,a \"b\" c\n", "line 2, column 2: a quotation mark stands inside a cell")]
    [InlineData("id,title\n7,\"a\"b\n", "line 2, column 2: \"b\" follows the closing quotation mark")]
    [InlineData("", "line 1, column 1: the file is empty.")]
    [InlineData("{\"schema\":1,\"movies\":[\n{\"id\":7,\"year\":\"old\"}\n]}", "line 2, column 9 (year): year is \"\"old\"\"")]
    [InlineData("{\"schema\":1,\"movies\":[\n{\"id\":7,\"жанр\":1}\n]}", "line 2, column 9 (жанр): a film has no field \"жанр\".")]
    [InlineData("{\"schema\":1,\"movies\":[\n{\"year\":1975}\n]}", "line 2, column 1 (id): the id is \"missing\"")]
    [InlineData("{\"schema\":1,\"movies\":[\n{\"id\":7,\"year\":}\n]}", "line 2, column 16: the JSON is broken here")]
    [InlineData("{\"schema\":2,\"movies\":[]}", "line 1, column 2: the schema is 2; this program reads 1.")]
    [InlineData("{\"films\":[]}", "line 1, column 1: \"movies\" is missing.")]
    [InlineData("[]", "line 1, column 1: here must be an object with \"movies\".")]
    [InlineData("{\"movies\":[{\"id\":7,\"title\":\"\\ud800\"}]}", "a text here or soon after is none")]
    public async Task What_is_wrong_with_a_file_is_named_with_its_place_and_nothing_is_written(string content, string message)
    {
        var path = _cli.File("films.in");
        await File.WriteAllTextAsync(path, content);

        var result = await _cli.RunAsync("import", path);

        Assert.Equal((1, ""), (result.Code, result.Out));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.StartsWith($"{path}, line ", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("nothing was written.\n", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(_metadata.Writes, write => write.Line.EndsWith("dryRun=false", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_encoding_is_named_with_its_line()
    {
        await File.WriteAllBytesAsync(_cli.File("films.csv"), [.. "id,title\n7,"u8, 0xc7, 0xe5, 0xf0, .. "\n"u8]);

        var result = await _cli.RunAsync("import", _cli.File("films.csv"));

        Assert.Equal(1, result.Code);
        Assert.Contains("line 2, column 1: the file is not UTF-8 here.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_mistakes_the_first_are_shown_and_the_rest_counted()
    {
        await File.WriteAllTextAsync(_cli.File("films.csv"), "id,year\n" + string.Concat(Enumerable.Range(1, 30).Select(id => $"{id},x\n")));

        var result = await _cli.RunAsync("import", _cli.File("films.csv"));

        Assert.EndsWith("20 and 10 more to correct; nothing was written.\n", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import", "nowhere.csv", "cannot be read")]
    [InlineData("export", "nowhere/films.csv", "Nothing can be written to")]
    public async Task A_path_that_leads_nowhere_is_wrong_usage(string command, string path, string message)
    {
        var result = await _cli.RunAsync(
            command == "import" ? ["import", _cli.File(path)] : ["export", "--format", "csv", "--out", _cli.File(path)]);

        Assert.Equal(2, result.Code);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_that_breaks_off_leaves_the_old_file()
    {
        await File.WriteAllTextAsync(_cli.File("films.csv"), "old");
        _metadata.BreaksOff = true;

        var result = await _cli.RunAsync("export", "--format", "csv", "--out", _cli.File("films.csv"));

        Assert.Equal((1, "old"), (result.Code, await File.ReadAllTextAsync(_cli.File("films.csv"))));
        Assert.Single(Directory.GetFiles(_cli.Directory, "films.csv*"));
        Assert.Contains("does not answer", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_compared_with_half_a_catalogue_is_not_written()
    {
        await File.WriteAllTextAsync(_cli.File("films.csv"), "id,year\n7,1974\n");
        _metadata.BreaksOff = true;

        var result = await _cli.RunAsync("import", _cli.File("films.csv"));

        Assert.Equal((1, 0), (result.Code, _metadata.Writes.Count));
    }
}
