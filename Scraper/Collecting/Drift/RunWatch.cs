namespace Scraper.Collecting.Drift;

/// <summary>Watches one run for drift. Where earlier runs show what is normal, its films are held until all of it has been
/// judged: a page alone cannot be, for the parts of a listing differ.</summary>
internal sealed class RunWatch(IReadOnlyDictionary<string, Baseline> baselines)
{
    private readonly Dictionary<string, Profile> _profiles = new(StringComparer.Ordinal);

    /// <summary>What the run has brought so far, by form of target.</summary>
    public IReadOnlyDictionary<string, Profile> Profiles => _profiles;

    /// <summary>Whether films of this form of target wait for the verdict.</summary>
    public bool Holds(string form) => Of(form).CanJudge;

    public void Add(string form, Profile page)
    {
        if (!_profiles.TryGetValue(form, out var profile))
        {
            _profiles[form] = profile = new Profile();
        }

        profile.Add(page);
    }

    public DriftVerdict Judge() => DriftVerdict.Of(
        _profiles.Select(profile => DriftJudge.Judge(profile.Key, profile.Value, Of(profile.Key))));

    private Baseline Of(string form) => baselines.GetValueOrDefault(form, Baseline.None);
}
