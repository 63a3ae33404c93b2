using Gateway.Reports;

namespace Gateway.Tests.Reports;

public class TallyTests
{
    private readonly Tally<int> _tally = new(mostKinds: 2_000, mostInAll: 5_000);

    private void Add(int thing, int times = 1)
    {
        for (var time = 0; time < times; time++)
        {
            Assert.True(_tally.TryAdd(thing));
        }
    }

    [Fact]
    public void A_batch_stays_the_same_until_it_is_taken()
    {
        Add(7, 3);
        var batch = _tally.Next();
        Add(7);
        Add(8);

        Assert.Same(batch, _tally.Next());
        Assert.Equal(3, batch!.Counts[7]);
        _tally.Taken();
        var next = _tally.Next();

        Assert.NotEqual(batch.Key, next!.Key);
        Assert.Equal([(7, 1), (8, 1)], next.Counts.Select(count => (count.Key, count.Value)).Order());
    }

    [Fact]
    public void Everything_counted_is_in_one_batch()
    {
        for (var thing = 0; thing < 2_000; thing++)
        {
            Add(thing, 2);
        }

        var counted = new Dictionary<int, int>();
        while (_tally.Next() is { } batch)
        {
            foreach (var (thing, count) in batch.Counts)
            {
                counted.Add(thing, count);
            }

            _tally.Taken();
        }

        Assert.Equal(2_000, counted.Count);
        Assert.All(counted.Values, count => Assert.Equal(2, count));
        Assert.Equal(0, _tally.Waiting);
    }

    [Fact]
    public void There_is_room_for_so_many_kinds_and_so_many_in_all()
    {
        for (var thing = 0; thing < 2_000; thing++)
        {
            Add(thing);
        }

        Assert.False(_tally.TryAdd(2_000));
        Add(7, 3_000);
        Assert.False(_tally.TryAdd(7));
        Assert.Equal(5_000, _tally.Waiting);
    }
}
