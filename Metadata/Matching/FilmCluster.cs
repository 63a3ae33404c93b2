namespace Metadata.Matching;

/// <summary>Records taken for one film, and what any further record must agree with.</summary>
internal sealed class FilmCluster
{
    private RegistryIds _ids;
    private int? _part;
    private int? _pin;

    public FilmCluster(MatchRecord record)
    {
        Records = [record];
        (FirstYear, LastYear) = (record.Year, record.Year);
        (_ids, _part, _pin) = (record.Ids, record.Numbers.Part, record.PinnedMovieId);
    }

    public List<MatchRecord> Records { get; }

    public bool IsPinned => _pin is not null;

    public int? FirstYear { get; private set; }

    public int? LastYear { get; private set; }

    /// <summary>Whether nothing known of either speaks against one film.</summary>
    /// <param name="other">The other records.</param>
    /// <param name="maxSpan">Years between the first and the last that the evidence allows.</param>
    public bool Fits(FilmCluster other, int maxSpan)
    {
        if (_pin is not null && other._pin is not null)
        {
            return _pin == other._pin;
        }

        if (_ids.Conflicts(other._ids) || (_part is not null && other._part is not null && _part != other._part))
        {
            return false;
        }

        if (FirstYear is null || other.FirstYear is null)
        {
            return true;
        }

        var span = Math.Max(LastYear!.Value, other.LastYear!.Value) - Math.Min(FirstYear.Value, other.FirstYear.Value);
        return span <= Math.Max(maxSpan, Math.Max(LastYear.Value - FirstYear.Value, other.LastYear.Value - other.FirstYear.Value));
    }

    public void Take(FilmCluster other)
    {
        Records.AddRange(other.Records);
        FirstYear = FirstYear is { } first && !(other.FirstYear < first) ? first : other.FirstYear;
        LastYear = LastYear is { } last && !(other.LastYear > last) ? last : other.LastYear;
        (_ids, _part, _pin) = (_ids.Or(other._ids), _part ?? other._part, _pin ?? other._pin);
    }
}
