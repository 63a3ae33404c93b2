using System.Text.Json;
using Metadata.Client;
using Metadata.Tests.Editing;

namespace Metadata.Tests.Backup;

public abstract class ExportTests(MetadataApp app)
{
    [Fact]
    public async Task An_export_has_every_film_of_one_moment_and_keeps_no_writer_waiting()
    {
        var caller = await app.EmptyAsync();
        foreach (var batch in Enumerable.Range(0, 1_500).Select(number => Uploads.Of($"Фильм {number}", 2000)).Chunk(500))
        {
            await caller.PutAsync([.. batch.Select(upload => upload with { Description = new string('о', 500) })]);
        }

        var last = (await caller.ListAsync("sort=-new&pageSize=1&includeInactive=true&q=1499")).Items[0].Id;
        using var response = await caller.Http.GetAsync("/api/v1/export", HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        var first = Read(await lines.ReadLineAsync());

        // The reader has stopped here, and so has the export: it is far longer than what lies between them.
        await caller.EditAsync(last, """{"title":"Уже другой"}""");
        var rest = (await lines.ReadToEndAsync()).TrimEnd().Split('\n').Select(Read).ToList();

        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(1_500, rest.Select(movie => movie.Id).Append(first.Id).Distinct().Count());
        Assert.Equal("Фильм 1499", rest.Single(movie => movie.Id == last).Title);
        Assert.Equal("Уже другой", (await caller.GetAsync(last)).Title);
    }

    [Fact]
    public async Task Hidden_films_are_exported_with_their_locks_and_merged_ones_within_the_other()
    {
        var caller = await app.EmptyAsync();
        var (one, other) = (await caller.AddAsync(Uploads.Of("Раз", 2000)), await caller.AddAsync(Uploads.Of("Два", 2000)));
        await caller.EditAsync(one, """{"rating":5}""");
        await caller.MergeAsync(other, one);
        await caller.DeleteAsync($"movies/{one}");

        var movie = Read(Assert.Single((await caller.ExportAsync()).TrimEnd().Split('\n')));

        Assert.Equal((one, false, "rating", 2), (movie.Id, movie.IsActive, Assert.Single(movie.LockedFields!), movie.Videos.Count));
    }

    private static MovieDetails Read(string? line) => JsonSerializer.Deserialize(line!, MetadataJson.Default.MovieDetails)!;

    public sealed class OnSqlite(SqliteApp app) : ExportTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ExportTests(app), IClassFixture<PostgresApp>;
}
