using System.Net.Http.Headers;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Metadata.Tests.Editing;

public abstract class LocksTests(MetadataApp app)
{
    private const int Steps = 120;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_locked_field_keeps_its_value_through_scrapes_edits_merges_splits_unlocks_and_a_restart(int seed)
    {
        var caller = await app.EmptyAsync();
        var model = new LockModel(new Random(seed));
        for (var step = 1; step <= Steps; step++)
        {
            await model.StepAsync(caller);
            if (step % 10 == 0)
            {
                await model.CheckAsync(caller, $"seed {seed}, step {step}");
            }
        }

        await using var restarted = app.WithWebHostBuilder(_ => { });
        await model.CheckAsync(CallerOf(restarted), $"seed {seed}, after a restart");
        await model.StepAsync(CallerOf(restarted));
        await model.CheckAsync(CallerOf(restarted), $"seed {seed}, a step after a restart");
        Assert.NotEmpty(model.Films);
    }

    private static Caller CallerOf(WebApplicationFactory<Program> service)
    {
        var http = service.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", MetadataApp.Key);
        return new Caller(http);
    }

    public sealed class OnSqlite(SqliteApp app) : LocksTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : LocksTests(app), IClassFixture<PostgresApp>;
}
