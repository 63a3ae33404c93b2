using Metadata.Checking;
using Metadata.Client;

namespace Metadata.Tests.Checking;

public sealed class CheckRunTests
{
    [Theory]
    [InlineData(Availability.Unknown, CheckResult.Ok, 1, Availability.Ok)]
    [InlineData(Availability.Unknown, CheckResult.NotFound, 1, Availability.Suspect)]
    [InlineData(Availability.Ok, CheckResult.NotFound, 1, Availability.Suspect)]
    [InlineData(Availability.Geo, CheckResult.NotFound, 1, Availability.Suspect)]
    [InlineData(Availability.Suspect, CheckResult.NotFound, 5.99, Availability.Suspect)]
    [InlineData(Availability.Suspect, CheckResult.NotFound, 6, Availability.Gone)]
    [InlineData(Availability.Suspect, CheckResult.Ok, 1, Availability.Ok)]
    [InlineData(Availability.Gone, CheckResult.Ok, 1, Availability.Ok)]
    [InlineData(Availability.Private, CheckResult.Ok, 1, Availability.Ok)]
    [InlineData(Availability.Ok, CheckResult.Private, 1, Availability.Private)]
    [InlineData(Availability.Suspect, CheckResult.Private, 1, Availability.Private)]
    [InlineData(Availability.Private, CheckResult.NotFound, 9, Availability.Private)]
    [InlineData(Availability.Gone, CheckResult.NotFound, 9, Availability.Gone)]
    [InlineData(Availability.Unknown, CheckResult.Geo, 1, Availability.Unknown)]
    [InlineData(Availability.Unknown, CheckResult.Error, 1, Availability.Unknown)]
    [InlineData(Availability.Ok, CheckResult.Geo, 1, Availability.Ok)]
    [InlineData(Availability.Suspect, CheckResult.Error, 9, Availability.Suspect)]
    [InlineData(Availability.Suspect, CheckResult.Geo, 9, Availability.Suspect)]
    [InlineData(Availability.Ok, CheckResult.NotFound, -1, Availability.Ok)]
    public void A_check_changes_the_state_as_agreed(Availability before, CheckResult result, double hours, Availability after)
    {
        var video = new CheckedVideo(1, "rutube", "1", before, DateTimeOffset.UnixEpoch);

        Assert.Equal(after, video.After(Check("a", result, hours)).State);
    }

    [Fact]
    public void The_six_hours_count_from_the_first_time_it_was_not_found()
    {
        var video = new CheckedVideo(1, "rutube", "1", Availability.Ok, null);
        double[] hours = [0, 4, 5.5, 6.5];

        var states = hours.Select(hour => (video = video.After(Check("a", CheckResult.NotFound, hour))).State).ToArray();

        Assert.Equal([Availability.Suspect, Availability.Suspect, Availability.Suspect, Availability.Gone], states);
    }

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(2, 2, true)]
    [InlineData(10, 2, false)]
    [InlineData(9, 2, true)]
    [InlineData(10, 3, true)]
    [InlineData(100, 20, false)]
    [InlineData(100, 21, true)]
    public void More_than_a_fifth_of_a_source_getting_worse_is_the_brake(int uploads, int worse, bool braked)
    {
        var known = Known(uploads);

        var run = new CheckRun(known, [.. known.Keys.Select((key, place) =>
            Check(key.ExternalId, place < worse ? CheckResult.NotFound : CheckResult.Ok, 1))]);

        Assert.Equal(braked ? [new BrakedSource("rutube", uploads, worse)] : [], run.Braked);
    }

    [Fact]
    public void An_upload_checked_twice_counts_once_and_the_later_check_decides()
    {
        var run = new CheckRun(Known(1), [Check("0", CheckResult.Ok, 2), Check("0", CheckResult.NotFound, 1), Check("?", CheckResult.Ok, 1)]);

        Assert.Equal((1, 1, 1), (run.Checked, run.Unknown, run.Changes.Count));
        Assert.Equal(Availability.Ok, Assert.Single(run.Told).State);
    }

    private static Dictionary<(string Source, string ExternalId), CheckedVideo> Known(int count) => Enumerable.Range(0, count)
        .ToDictionary(id => ("rutube", $"{id}"), id => new CheckedVideo(id, "rutube", $"{id}", Availability.Unknown, null));

    private static AvailabilityCheck Check(string externalId, CheckResult result, double hours) =>
        new("rutube", externalId, result, DateTimeOffset.UnixEpoch.AddHours(hours));
}
