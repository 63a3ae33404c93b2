using System.Text.Json.Nodes;

namespace Scraper.Tests.Editing.Movies;

public sealed class MoviesCommandsTests : IAsyncLifetime, IDisposable
{
    private StubCatalogue _metadata = null!;
    private CommandLine _cli = null!;

    public async Task InitializeAsync()
    {
        _metadata = await StubCatalogue.StartAsync(
            StubFilm.Of(7, "Зеркало", 1975, ("genres", new JsonArray("драма")), ("directors", new JsonArray("Андрей Тарковский"))),
            StubFilm.Of(8, "The Mirror", null));
        _cli = new CommandLine(metadata: _metadata.Host.BaseUrl);
    }

    public async Task DisposeAsync() => await _metadata.DisposeAsync();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Hidden_films_are_found_too()
    {
        _metadata.With("GET /api/v1/movies", """{"items":[],"total":0,"page":2,"pageSize":24}""");

        var result = await _cli.RunAsync("movies", "find", "зеркало", "1975", "--page", "2");

        Assert.Equal((0, "0 of 0 films, page 2"), (result.Code, result.Out.TrimEnd().Split('\n')[^1]));
        Assert.Equal(
            "/api/v1/movies?includeInactive=true&page=2&q=%D0%B7%D0%B5%D1%80%D0%BA%D0%B0%D0%BB%D0%BE%201975",
            Assert.Single(_metadata.Host.Requests).PathAndQuery);
    }

    [Fact]
    public async Task A_film_is_shown_with_its_places_to_watch()
    {
        _metadata.Films[7]["isActive"] = false;
        _metadata.Films[7]["lockedFields"] = new JsonArray("year");

        var result = await _cli.RunAsync("movies", "show", "7");

        Assert.StartsWith("7: Зеркало (1975), hidden\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("directors: Андрей Тарковский", result.Out, StringComparison.Ordinal);
        Assert.Contains("locked: year", result.Out, StringComparison.Ordinal);
        Assert.Contains("https://archive.org/details/film-7", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_a_film_is_as_it_is_is_told_by_field_and_by_video()
    {
        _metadata.Films[7]["lockedFields"] = new JsonArray("year");
        _metadata.With("GET /api/v1/movies/7/provenance", """
            {"movieId":7,"fields":[{"field":"title","layer":"registry","value":"Зеркало","source":"archive","videoId":70},
              {"field":"year","layer":"editor","value":1975},{"field":"genres","layer":"uploader","value":["драма","притча"],"source":"rutube","videoId":71},
              {"field":"rating","layer":"unknown"}],
             "videos":[{"videoId":70,"source":"archive","externalId":"film-7","rawTitle":"Zerkalo 1975","title":"Зеркало","year":1975,"code":"first","byHand":false},
              {"videoId":71,"source":"rutube","externalId":"6f1d","rawTitle":"ЗЕРКАЛО фильм","title":"Зеркало","code":"pinned","byHand":true}]}
            """);

        var result = await _cli.RunAsync("movies", "show", "7", "--why");

        Assert.Equal(0, result.Code);
        Assert.Equal(
            """
            7: Зеркало (1975)
            Field Value Layer Source Video
            title Зеркало registry archive 70
            year 1975 editor, locked
            genres драма; притча uploader rutube 71
            nobody has said: rating
            Video Source Id at the source Title as uploaded Read as Because
            70 archive film-7 Zerkalo 1975 Зеркало (1975) first: no film was there that it fits
            71 rutube 6f1d ЗЕРКАЛО фильм Зеркало pinned: an editor put it here, by hand

            """,
            result.Table);
    }

    [Fact]
    public async Task An_edit_sends_just_what_was_set_and_who_set_it_why()
    {
        var result = await _cli.RunAsync(
            "movies", "edit", "7", "--set", "year=1974", "--set", "genres=драма;военный", "--set", "description=",
            "--reason", "по титрам", "--json");

        var write = Assert.Single(_metadata.Writes);
        Assert.Equal(("PATCH /api/v1/movies/7", Environment.UserName, "по титрам"), (write.Line, write.Actor, write.Reason));
        Assert.Equal("""{"year":1974,"genres":["драма","военный"],"description":null}""", write.Json);
        Assert.Equal((0, 1974), (result.Code, result.Json().GetProperty("movie").GetProperty("year").GetInt32()));
    }

    [Fact]
    public async Task A_dry_edit_shows_the_difference_and_writes_nothing()
    {
        var result = await _cli.RunAsync("movies", "edit", "7", "--set", "year=1974", "--dry-run");

        var write = Assert.Single(_metadata.Writes);
        Assert.Equal("PATCH /api/v1/movies?dryRun=true", write.Line);
        Assert.Equal("""[{"id":7,"fields":{"year":1974}}]""", write.Json);
        Assert.Equal((0, "DRY RUN, nothing written\n"), (result.Code, result.Error));
        Assert.Equal("Film Field Old New\n7 year 1975 1974\n", result.Table);
    }

    [Fact]
    public async Task A_dry_edit_that_would_be_refused_fails()
    {
        var result = await _cli.RunAsync("movies", "edit", "7", "--set", "year=1700", "--dry-run");

        Assert.Equal(1, result.Code);
        Assert.Contains("year must be 1888 or later.", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A film has no field \"yaer\". Did you mean \"year\"?", "yaer=1975")]
    [InlineData("year is \"old\", it must be a whole number.", "year=old")]
    [InlineData("\"year\" is not FIELD=VALUE.", "year")]
    [InlineData("isActive is \"maybe\", it must be true or false.", "isActive=maybe")]
    [InlineData("title is empty, but a film cannot be without it.", "title=")]
    public async Task What_cannot_be_set_is_named(string message, string assignment)
    {
        var result = await _cli.RunAsync("movies", "edit", "7", "--set", assignment);

        Assert.Equal(2, result.Code);
        Assert.StartsWith(message, result.Error, StringComparison.Ordinal);
        Assert.Empty(_metadata.Writes);
    }

    [Fact]
    public async Task A_lock_sets_fields_to_what_they_are_unknown_ones_too()
    {
        var result = await _cli.RunAsync("movies", "lock", "7", "year", "genres", "rating", "--json");

        Assert.Equal("""{"year":1975,"genres":["драма"],"rating":null}""", Assert.Single(_metadata.Writes).Json);
        Assert.Equal("""["year","genres","rating"]""", result.Json().GetProperty("movie").GetProperty("lockedFields").GetRawText());
    }

    [Theory]
    [InlineData("""{"fields":["year"]}""", "unlock", "7", "year")]
    [InlineData("""{"fields":["title","year"]}""", "unlock", "7")]
    public async Task An_unlock_without_fields_unlocks_them_all(string body, params string[] command)
    {
        _metadata.Films[7]["lockedFields"] = new JsonArray("title", "year");

        var result = await _cli.RunAsync(["movies", .. command]);

        var write = Assert.Single(_metadata.Writes);
        Assert.Equal(("POST /api/v1/movies/7/unlock", body, 0), (write.Line, write.Json, result.Code));
    }

    [Fact]
    public async Task Where_nothing_is_locked_nothing_is_sent()
    {
        var result = await _cli.RunAsync("movies", "unlock", "7", "--json");

        Assert.Equal((0, 7), (result.Code, result.Json().GetProperty("movie").GetProperty("id").GetInt32()));
        Assert.Empty(_metadata.Writes);
    }

    [Fact]
    public async Task Without_Metadata_a_command_says_where_it_looked()
    {
        using var cli = new CommandLine(metadata: new Uri("http://127.0.0.1:9"));

        var result = await cli.RunAsync("movies", "show", "7");

        Assert.Equal(1, result.Code);
        Assert.StartsWith("Metadata at http://127.0.0.1:9/ does not answer", result.Error, StringComparison.Ordinal);
    }
}
