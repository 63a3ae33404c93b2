using Scraper.Tests.Recording;

namespace Scraper.Tests.Editing.Replaying;

public sealed class ReplayCommandTests
{
    [Theory]
    [InlineData("No answers of rutube are recorded for that.", "replay", "rutube")]
    [InlineData("There is no source \"rutub\". Did you mean \"rutube\"?", "replay", "rutub")]
    [InlineData("--push sends and --dry-run does not: give one of them.", "replay", "rutube", "--push", "--dry-run")]
    [InlineData("--run names one run and --since several: give one of them.", "replay", "rutube", "--run", "1", "--since", "2026-01-01")]
    [InlineData("--record asks the host and --replay does not: give one of them.", "sources", "test", "rutube", "--record", "--replay")]
    [InlineData("\"scraper sources test rutube --record\" makes one.", "sources", "test", "rutube", "--replay")]
    public async Task Wrong_usage_names_what_would_be_right(string message, params string[] arguments)
    {
        await using var rutube = await RecordedRutube.StartAsync();

        var result = await rutube.RunAsync(arguments);

        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_that_was_recorded_is_replayed_with_the_same_answer()
    {
        await using var rutube = await RecordedRutube.StartAsync();
        var recorded = await rutube.RunAsync("sources", "test", "rutube", "--target", RecordedRutube.Target, "--record", "--json");
        rutube.ForbidNetwork();

        var replayed = await rutube.RunAsync("sources", "test", "rutube", "--replay", "--json");

        Assert.Equal((0, 0, recorded.Out), (recorded.Code, replayed.Code, replayed.Out));
        Assert.Equal(3, replayed.Json().GetProperty("videos").GetArrayLength());
    }
}
