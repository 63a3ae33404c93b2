using Metadata.Client;

namespace Metadata.Tests.Caching;

public sealed class CatalogueMarkTests : IDisposable
{
    private readonly SqliteApp _app = new();

    [Theory]
    [InlineData("movies")]
    [InlineData("movies?sort=new")]
    [InlineData("facets")]
    [InlineData("suggestions?q=раз")]
    public async Task Answers_carry_the_stamp_of_the_state_that_they_show(string path)
    {
        var caller = _app.Caller();
        await caller.PutAsync(Uploads.Of("Раз", 2000));
        var mark = await MarkAsync(caller);

        // Loaded, from memory, and by its address alone.
        for (var ask = 0; ask < 3; ask++)
        {
            using var answer = await caller.Http.GetAsync($"/api/v1/{path}");
            Assert.Equal(mark.Stamp, Assert.Single(answer.Headers.GetValues(CatalogueMark.Header)));
        }
    }

    [Fact]
    public async Task A_write_gives_the_catalogue_another_mark_of_a_higher_revision()
    {
        var caller = _app.Caller();
        var before = await MarkAsync(caller);

        await caller.PutAsync(Uploads.Of("Раз", 2000));

        var after = await MarkAsync(caller);
        Assert.False(before.Stamp == after.Stamp);
        Assert.Equal(before.Generation, after.Generation);
        Assert.InRange(after.Revision, before.Revision + 1, long.MaxValue);
    }

    [Fact]
    public async Task A_chance_film_is_of_no_state_that_could_be_kept()
    {
        var caller = _app.Caller();
        await caller.PutAsync(Uploads.Of("Раз", 2000));

        using var answer = await caller.Http.GetAsync("/api/v1/movies/random");

        Assert.False(answer.Headers.Contains(CatalogueMark.Header));
    }

    public void Dispose() => _app.Dispose();

    private static Task<CatalogueMark> MarkAsync(Caller caller) =>
        new MetadataClient(caller.Http).GetMarkAsync(CancellationToken.None);
}
