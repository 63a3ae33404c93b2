using Metadata.Client;
using Metadata.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Metadata.Tests.Movies;

/// <summary>The same uploads make the same films, whatever order and batches they come in.</summary>
public abstract class UpsertOrderTests(MetadataApp app)
{
    private static readonly string[] Titles = ["Вий", "Мама", "Сталкер", "Солярис"];
    private static readonly string[] Directors = ["К. Ершов", "Андрей Тарковский", "Тарковский А.", "Олег Степченко"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Order_and_size_of_batches_change_nothing(int seed)
    {
        var random = new Random(seed);
        var uploads = Enumerable.Range(0, 160).Select(_ => Upload(random)).ToList();
        var expected = await FilmsAsync(uploads, uploads.Count);

        foreach (var size in new[] { 1, 7, 60 })
        {
            var shuffled = uploads.OrderBy(_ => random.Next()).ToList();

            Assert.Equal(expected, await FilmsAsync(shuffled, size));
        }
    }

    // Namesakes of near and far years, lengths and directors that agree or not, and a few ids.
    internal static MovieUpsert Upload(Random random)
    {
        var film = random.Next(40);
        var title = Titles[film % Titles.Length];
        return Uploads.Of(random.Next(5) == 0 ? $"«{title.ToUpperInvariant()}»" : title, null, random.Pick(["archive", "rutube", "site"])) with
        {
            Year = random.Maybe(() => 1950 + (film * 2) + random.Next(-1, 2)),
            DurationSeconds = random.Maybe(() => 4_000 + (film * 130) + random.Next(-100, 100)),
            Directors = random.Maybe(() => new[] { Directors[film % Directors.Length] }),
            ExternalIds = random.Next(10) == 0 ? new ExternalIds(Imdb: $"tt{film}") : null,
        };
    }

    private async Task<string> FilmsAsync(IReadOnlyList<MovieUpsert> uploads, int size)
    {
        var caller = await app.EmptyAsync();
        foreach (var batch in uploads.Chunk(size))
        {
            await caller.PutAsync(batch);
        }

        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MoviesDb>();
        var videos = await db.Videos.AsNoTracking().Select(video => new { video.MovieId, video.ExternalId }).ToListAsync();
        var shown = await db.Movies.Where(movie => movie.IsActive).CountAsync();
        Assert.Equal(shown, videos.Select(video => video.MovieId).Distinct().Count());
        return string.Join('\n', videos.GroupBy(video => video.MovieId, video => video.ExternalId)
            .Select(film => string.Join(' ', film.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
    }

    public sealed class OnSqlite(SqliteApp app) : UpsertOrderTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : UpsertOrderTests(app), IClassFixture<PostgresApp>;
}
