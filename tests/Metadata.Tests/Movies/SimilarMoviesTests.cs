using Metadata.Client;

namespace Metadata.Tests.Movies;

public abstract class SimilarMoviesTests(MetadataApp app)
{
    [Fact]
    public async Task Films_of_the_same_director_come_before_films_of_the_same_genres()
    {
        var caller = await app.EmptyAsync();
        var drama = Uploads.Of("Зеркало", 1974) with { Genres = ["драма", "фантастика"], Directors = ["Андрей Тарковский"] };
        var report = await caller.PutAsync(
            drama,
            Uploads.Of("Комедия", 1974) with { Genres = ["комедия"] },
            Uploads.Of("Далёкая драма", 1999) with { Genres = ["драма"] },
            Uploads.Of("Близкая драма", 1975) with { Genres = ["драма"] },
            Uploads.Of("Обе", 1950) with { Genres = ["фантастика", "драма"] },
            Uploads.Of("Ностальгия", 1983) with { Directors = ["Андрей Тарковский"] });
        var id = report.Results[0].MovieId;

        var similar = await caller.ReadAsync($"movies/{id}/similar?limit=3", MetadataJson.Default.IReadOnlyListSimilarMovie);
        var all = await caller.ReadAsync($"movies/{id}/similar", MetadataJson.Default.IReadOnlyListSimilarMovie);

        Assert.Equal("Ностальгия SameDirector|Обе SameGenres|Близкая драма SameGenres", string.Join('|', similar.Select(film => $"{film.Title} {film.Reason}")));
        Assert.Equal("Далёкая драма", Assert.Single(all.Skip(3)).Title);
    }

    [Fact]
    public async Task An_unknown_film_has_no_similar_ones()
    {
        var (status, _) = await app.Caller().GetProblemAsync("movies/999999/similar");

        Assert.Equal(404, status);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("51")]
    [InlineData("many")]
    public async Task A_bad_limit_is_a_problem_naming_it(string limit)
    {
        var (status, problem) = await app.Caller().GetProblemAsync($"movies/1/similar?limit={limit}");

        Assert.Equal((400, "limit"), (status, Caller.ErrorNames(problem)));
    }

    public sealed class OnSqlite(SqliteApp app) : SimilarMoviesTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : SimilarMoviesTests(app), IClassFixture<PostgresApp>;
}
