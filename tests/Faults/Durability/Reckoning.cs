using Faults.Rig;

namespace Faults.Durability;

/// <summary>What became of the acknowledged uploads.</summary>
internal sealed record Reckoning(IReadOnlyList<string> Lost, IReadOnlyList<string> Doubled, IReadOnlyList<string> Foreign)
{
    public static async Task<Reckoning> OfAsync(Api api, IEnumerable<Batch> acknowledged)
    {
        var expected = acknowledged.SelectMany(batch => batch.Uploads).ToHashSet(StringComparer.Ordinal);
        var stored = await api.UploadsAsync();
        return new Reckoning(
            [.. expected.Except(stored, StringComparer.Ordinal)],
            [.. stored.CountBy(upload => upload, StringComparer.Ordinal).Where(times => times.Value > 1).Select(times => times.Key)],
            [.. stored.Where(upload => !expected.Contains(upload))]);
    }

    /// <summary>All that was acknowledged is there, once, and nothing else is.</summary>
    public void IsExact()
    {
        Assert.Empty(Lost);
        Assert.Empty(Doubled);
        Assert.Empty(Foreign);
    }
}
