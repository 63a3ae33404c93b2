using Scraper.Sources;
using Scraper.Sources.Rutube;

namespace Scraper.Tests.Sources;

public sealed class RecordedHostTests
{
    [Fact]
    public async Task A_recorded_search_is_read_to_where_the_recording_ends()
    {
        var walk = await RecordedHost.WalkAsync(
            "Rutube/Recordings/search.gz",
            (fetching, clock) => new RutubeSource(RutubeSource.Defaults with { DelayMilliseconds = 0 }, fetching, clock));

        Assert.Equal((2, 1), (walk.Videos.Count(), walk.Rejects.Count()));
        Assert.Equal(SourceFailure.NotRecorded, walk.Failure!.Failure);
        Assert.Contains("page=2", walk.Failure.Message, StringComparison.Ordinal);
    }
}
