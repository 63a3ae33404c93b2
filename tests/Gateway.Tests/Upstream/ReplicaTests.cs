using Gateway.Upstream;

namespace Gateway.Tests.Upstream;

public class ReplicaTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;

    private readonly Replica _replica = new(new ReplicaAddress(new Uri("http://a:8081")));

    [Fact]
    public void The_fifth_failure_in_a_row_takes_it_out()
    {
        var taken = Enumerable.Range(0, 5).Select(second => _replica.Failed(Start.AddSeconds(second))).ToList();

        Assert.Equal([false, false, false, false, true], taken);
        Assert.True(_replica.IsOut);
    }

    [Fact]
    public void An_answer_between_failures_begins_the_count_anew()
    {
        for (var failure = 0; failure < 20; failure++)
        {
            _replica.Failed(Start);
            if (failure % 4 == 3)
            {
                _replica.Succeeded();
            }
        }

        Assert.False(_replica.IsOut);
    }

    [Theory]
    [InlineData(9.9, false)]
    [InlineData(10, true)]
    public void Where_little_is_asked_failing_for_ten_seconds_takes_it_out(double seconds, bool isOut)
    {
        _replica.Failed(Start);

        _replica.Failed(Start.AddSeconds(seconds));

        Assert.Equal(isOut, _replica.IsOut);
    }

    [Fact]
    public void One_answer_brings_it_back()
    {
        for (var failure = 0; failure < 5; failure++)
        {
            _replica.Failed(Start);
        }

        Assert.True(_replica.Succeeded());
        Assert.False(_replica.IsOut);
        Assert.False(_replica.Succeeded());
    }
}
