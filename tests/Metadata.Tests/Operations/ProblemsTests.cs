using System.Net;
using Metadata.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Metadata.Tests.Operations;

public sealed class ProblemsTests
{
    [Theory]
    [InlineData("GET", "movies/abc", 404)]
    [InlineData("GET", "nothing", 404)]
    [InlineData("GET", "movies/99999999999", 404)]
    [InlineData("POST", "facets", 405)]
    [InlineData("DELETE", "movies", 405)]
    public async Task Every_refusal_is_a_problem_whatever_the_caller_accepts(string method, string path, int status)
    {
        using var app = new SqliteApp();
        using var http = app.CreateClient();
        http.DefaultRequestHeaders.Add("Accept", "text/html");

        using var response = await new Caller(http).SendAsync(new HttpMethod(method), path, null);

        Assert.Equal(status, (int)response.StatusCode);
        await Caller.ProblemAsync(response);
    }

    [Fact]
    public async Task A_failure_inside_is_a_500_that_tells_no_secrets()
    {
        using var app = new SqliteApp();
        var caller = app.Caller();
        await caller.PutAsync(Uploads.Of("Раз", 2000));
        Assert.Equal(1, (await caller.ListAsync("")).Total);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<MoviesDb>().Database.ExecuteSqlAsync(
                $"""ALTER TABLE "Movies" RENAME TO "Lost" """);
        }

        using var response = await caller.Http.GetAsync("/api/v1/movies?sort=new");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        var problem = await Caller.ProblemAsync(response);
        Assert.DoesNotContain("no such table", problem.GetRawText(), StringComparison.Ordinal);
    }
}
