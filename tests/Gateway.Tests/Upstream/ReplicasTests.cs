using Gateway.Upstream;
using Metadata.Client;
using Microsoft.Extensions.Options;

namespace Gateway.Tests.Upstream;

public class ReplicasTests
{
    private readonly Replicas _replicas = Of("http://a:1; http://b:2 ;http://c:3");

    private static Replicas Of(string roots) => new(Options.Create(new MetadataOptions { BaseUrl = roots }));

    private static void TakeOut(Replica replica)
    {
        for (var failure = 0; failure < 5; failure++)
        {
            replica.Failed(DateTimeOffset.UnixEpoch);
        }
    }

    [Fact]
    public void Addresses_with_semicolons_between_them_are_as_many_replicas() => Assert.Equal(
        ["http://a:1/", "http://b:2/", "http://c:3/"], _replicas.All.Select(replica => replica.Address.Root.AbsoluteUri));

    [Fact]
    public void Equally_busy_ones_take_turns()
    {
        var asked = Enumerable.Range(0, 6).Select(_ => _replicas.InService([])!.Address.Root.Host).ToList();

        Assert.Equal(["a", "a", "b", "b", "c", "c"], asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_least_busy_one_is_asked()
    {
        _replicas.All[0].Begin();
        _replicas.All[2].Begin();

        Assert.All(Enumerable.Range(0, 3), _ => Assert.Same(_replicas.All[1], _replicas.InService([])));
    }

    [Fact]
    public void One_that_is_out_is_asked_only_when_no_other_can_be()
    {
        TakeOut(_replicas.All[0]);

        Assert.All(Enumerable.Range(0, 6), _ => Assert.NotSame(_replicas.All[0], _replicas.Any([])));
        Assert.Same(_replicas.All[0], _replicas.Any([_replicas.All[1], _replicas.All[2]]));
    }

    [Fact]
    public void When_all_are_out_all_are_asked()
    {
        foreach (var replica in _replicas.All)
        {
            TakeOut(replica);
        }

        var asked = Enumerable.Range(0, 3).Select(_ => _replicas.Any([])!.Address.Root.Host).ToList();

        Assert.Equal(["a", "b", "c"], asked.Order(StringComparer.Ordinal));
        Assert.Null(_replicas.InService([]));
    }

    [Fact]
    public void Those_that_stay_keep_what_is_known_of_them()
    {
        TakeOut(_replicas.All[1]);

        _replicas.MoveTo([new ReplicaAddress(new Uri("http://b:2")), new ReplicaAddress(new Uri("http://d:4"))]);

        Assert.Equal(["b out", "d in"], _replicas.All.Select(replica => $"{replica.Address.Root.Host} {(replica.IsOut ? "out" : "in")}"));
    }
}
