using System.Net;
using System.Text.Json;

namespace Metadata.Tests.Movies;

public abstract class ListMoviesTests(MetadataApp app)
{
    [Theory]
    [InlineData("page=0", "page")]
    [InlineData("page=x", "page")]
    [InlineData("page=1.5", "page")]
    [InlineData("page=99999999999", "page")]
    [InlineData("page=1&page=2", "page")]
    [InlineData("pageSize=0", "pageSize")]
    [InlineData("pageSize=101", "pageSize")]
    [InlineData("yearFrom=abc", "yearFrom")]
    [InlineData("yearTo=-1", "yearTo")]
    [InlineData("ratingFrom=11", "ratingFrom")]
    [InlineData("ratingFrom=NaN", "ratingFrom")]
    [InlineData("ratingFrom=7,5", "ratingFrom")]
    [InlineData("durationFrom=1e3", "durationFrom")]
    [InlineData("durationTo=1441", "durationTo")]
    [InlineData("ageTo=19", "ageTo")]
    [InlineData("available=maybe", "available")]
    [InlineData("includeInactive=2", "includeInactive")]
    [InlineData("sort=best", "sort")]
    [InlineData("sort=--year", "sort")]
    [InlineData("ids=1,x", "ids")]
    [InlineData("ids=0", "ids")]
    public async Task A_bad_value_is_a_problem_naming_its_parameter(string query, string parameter)
    {
        var (status, problem) = await app.Caller().GetProblemAsync($"movies?{query}");

        Assert.Equal(400, status);
        Assert.Equal(parameter, Caller.ErrorNames(problem));
    }

    [Fact]
    public async Task All_bad_values_are_reported_together()
    {
        var (_, problem) = await app.Caller().GetProblemAsync("movies?yearFrom=x&page=0&sort=best&q=ok");

        Assert.Equal("page sort yearFrom", Caller.ErrorNames(problem));
    }

    [Fact]
    public async Task More_than_100_ids_are_a_problem()
    {
        var (status, _) = await app.Caller().GetProblemAsync($"movies?ids={string.Join(',', Enumerable.Range(1, 101))}");

        Assert.Equal(400, status);
    }

    [Theory]
    [InlineData("utm_source=x&foo[]=1")]
    [InlineData("genre=&yearFrom=&q=%20")]
    [InlineData("genre=%00&country=%00&source=%00", 0)]
    [InlineData("q=%00", 0)]
    [InlineData("genre=%FF%FE", 0)]
    public async Task Strange_parameters_do_no_harm(string query, int total = 2)
    {
        var caller = await app.EmptyAsync();
        await caller.PutAsync(Uploads.Of("Раз", 2001), Uploads.Of("Два", 2002));

        Assert.Equal(total, (await caller.ListAsync(query)).Total);
    }

    [Fact]
    public async Task A_page_past_the_end_is_empty_with_the_true_total()
    {
        var caller = await app.EmptyAsync();
        await caller.PutAsync(Uploads.Of("Раз", 2001), Uploads.Of("Два", 2002));

        var page = await caller.ListAsync("page=2147483647&pageSize=100");

        Assert.Equal((0, 2, 2_147_483_647, 100), (page.Items.Count, page.Total, page.Page, page.PageSize));
    }

    [Fact]
    public async Task Ids_give_just_those_films()
    {
        var caller = await app.EmptyAsync();
        var report = await caller.PutAsync(Uploads.Of("Раз", 2001), Uploads.Of("Два", 2002), Uploads.Of("Три", 2003));

        var titles = await caller.TitlesAsync($"ids={report.Results[2].MovieId},{report.Results[0].MovieId},999999&sort=title");

        Assert.Equal(["Раз", "Три"], titles);
    }

    [Fact]
    public async Task Hidden_films_are_listed_only_when_asked_for()
    {
        var caller = await app.EmptyAsync();
        var report = await caller.PutAsync(Uploads.Of("Раз", 2001), Uploads.Of("Два", 2002));
        using var hidden = await caller.SendAsync(HttpMethod.Delete, $"movies/{report.Results[0].MovieId}", null);

        Assert.Equal(["Два"], await caller.TitlesAsync(""));
        Assert.Equal(2, (await caller.ListAsync("includeInactive=true")).Total);
    }

    [Fact]
    public async Task Titles_sort_as_a_reader_expects()
    {
        var caller = await app.EmptyAsync();
        await caller.PutAsync([.. "Яма|ёлки|«Еда»|Ель|Йога|Игла|And so on|12 стульев".Split('|').Select(title => Uploads.Of(title, 2000))]);

        var titles = await caller.TitlesAsync("sort=title");

        Assert.Equal("12 стульев|And so on|«Еда»|ёлки|Ель|Игла|Йога|Яма", string.Join('|', titles));
    }

    [Fact]
    public async Task An_unknown_value_is_left_out_of_the_answer()
    {
        var caller = await app.EmptyAsync();
        await caller.PutAsync(Uploads.Of("Без года"));

        using var document = JsonDocument.Parse(await caller.Http.GetStringAsync("/api/v1/movies"));

        var names = document.RootElement.GetProperty("items")[0].EnumerateObject().Select(property => property.Name);
        Assert.Equal("addedAt genres id isAvailable slug sources title views", string.Join(' ', names.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_random_film_passes_the_filters()
    {
        var caller = await app.EmptyAsync();
        await caller.PutAsync(Uploads.Of("Старый", 1950), Uploads.Of("Новый", 2020));

        using var found = await caller.Http.GetAsync("/api/v1/movies/random?yearTo=1960");
        var (status, _) = await caller.GetProblemAsync("movies/random?yearTo=1900");

        Assert.Contains("Старый", await found.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, 404), (found.StatusCode, status));
    }

    public sealed class OnSqlite(SqliteApp app) : ListMoviesTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ListMoviesTests(app), IClassFixture<PostgresApp>;
}
