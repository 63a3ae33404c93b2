using Metadata.Client;

namespace Metadata.Checking;

/// <summary>What a run of checks makes of the uploads checked.</summary>
internal sealed class CheckRun
{
    // More uploads than that do not vanish at once: the host or the way to it is broken.
    private const double MaxWorseShare = 0.2;

    /// <param name="known">The uploads checked that the catalogue has, by source and id at the source.</param>
    public CheckRun(
        IReadOnlyDictionary<(string Source, string ExternalId), CheckedVideo> known, IReadOnlyList<AvailabilityCheck> checks)
    {
        var after = new Dictionary<int, (CheckedVideo Before, CheckedVideo Now)>();
        foreach (var check in checks.OrderBy(check => check.CheckedAt))
        {
            if (known.TryGetValue((check.Source, check.ExternalId), out var video))
            {
                var now = after.TryGetValue(video.Id, out var earlier) ? earlier.Now : video;
                after[video.Id] = (video, now.After(check));
            }
            else
            {
                Unknown++;
            }
        }

        Checked = after.Count;
        Told = [.. after.Values.Where(pair => pair.Now != pair.Before).Select(pair => pair.Now)];
        Changes = [.. after.Values.Where(pair => pair.Now.State != pair.Before.State)
            .Select(pair => new AvailabilityChange(pair.Now.Source, pair.Now.ExternalId, pair.Before.State, pair.Now.State))];
        Braked = [.. after.Values.GroupBy(pair => pair.Now.Source, StringComparer.Ordinal)
            .Select(ofSource => new BrakedSource(
                ofSource.Key, ofSource.Count(), ofSource.Count(pair => pair.Now.IsWorseThan(pair.Before))))
            .Where(source => source.Worse > 1 && source.Worse > source.Checked * MaxWorseShare)
            .OrderBy(source => source.Source, StringComparer.Ordinal)];
    }

    /// <summary>Uploads that the catalogue has.</summary>
    public int Checked { get; }

    /// <summary>Checks of uploads that it does not have.</summary>
    public int Unknown { get; }

    /// <summary>Uploads whose state is another now, or would be but for the brake.</summary>
    public IReadOnlyList<AvailabilityChange> Changes { get; }

    /// <summary>Uploads of which the run told anything, as they are now.</summary>
    public IReadOnlyList<CheckedVideo> Told { get; }

    /// <summary>Sources that lost too much in one run; if there is one, nothing must be written.</summary>
    public IReadOnlyList<BrakedSource> Braked { get; }
}
