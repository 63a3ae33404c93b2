using System.Net;
using Metadata.Data;
using Metadata.Tests.Editing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Metadata.Tests.Plays;

public abstract class CountPlaysTests(MetadataApp app)
{
    [Fact]
    public async Task Plays_add_up_a_repeated_report_counts_once_and_the_journal_says_nothing()
    {
        var caller = await app.EmptyAsync();
        var (one, other) = (await caller.AddAsync(Uploads.Of("Раз", 2000)), await caller.AddAsync(Uploads.Of("Два", 2000)));
        await caller.MergeAsync(other, one);
        var sets = (await caller.ChangesAsync()).Count;
        var plays = $$"""[{"movieId":{{one}},"count":3},{"movieId":{{other}},"count":4},{"movieId":999999,"count":5}]""";

        foreach (var key in new[] { "a", "a", "b" })
        {
            using var response = await caller.SendAsync(HttpMethod.Post, "plays", plays, key);
            Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        }

        await using var scope = app.Services.CreateAsyncScope();
        var movies = scope.ServiceProvider.GetRequiredService<MoviesDb>().Movies;
        Assert.Equal(14, (await movies.SingleAsync(movie => movie.Id == one)).Plays);
        Assert.Equal(14, await movies.SumAsync(movie => movie.Plays));
        Assert.Equal(sets, (await caller.ChangesAsync()).Count);
    }

    [Theory]
    [InlineData("""[{"movieId":0,"count":1},{"movieId":1,"count":0}]""", "k", 400)]
    [InlineData("""[{"movieId":1,"count":1}]""", null, 400)]
    [InlineData("[]", "k", 400)]
    public async Task A_wrong_report_is_a_problem(string plays, string? key, int status)
    {
        using var response = await app.Caller().SendAsync(HttpMethod.Post, "plays", plays, key);

        Assert.Equal(status, (int)response.StatusCode);
        await Caller.ProblemAsync(response);
    }

    [Fact]
    public async Task A_key_is_for_one_report()
    {
        var caller = await app.EmptyAsync();
        using var first = await caller.SendAsync(HttpMethod.Post, "plays", """[{"movieId":1,"count":1}]""", "same");

        using var second = await caller.SendAsync(HttpMethod.Post, "plays", """[{"movieId":1,"count":2}]""", "same");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.UnprocessableEntity), (first.StatusCode, second.StatusCode));
    }

    public sealed class OnSqlite(SqliteApp app) : CountPlaysTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : CountPlaysTests(app), IClassFixture<PostgresApp>;
}
