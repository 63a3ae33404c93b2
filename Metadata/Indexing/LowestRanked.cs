namespace Metadata.Indexing;

/// <summary>The lowest few of many, without sorting them all.</summary>
/// <param name="limit">How many.</param>
internal sealed class LowestRanked(int limit)
{
    // Twice the limit before each sorting, so that a film costs little more than one comparison; never too few to pay.
    private const int Least = 256;

    private readonly List<Ranked> _lowest = [];

    /// <summary>What lies above this one is not among them.</summary>
    public Ranked Highest { get; private set; } = new(ulong.MaxValue, ulong.MaxValue, int.MaxValue);

    public void Add(Ranked film)
    {
        if (film > Highest)
        {
            return;
        }

        _lowest.Add(film);
        if (_lowest.Count >= Math.Max(Least, 2L * limit))
        {
            Cut();
            Highest = _lowest[limit - 1];
        }
    }

    /// <summary>Those found, in order.</summary>
    public IReadOnlyList<Ranked> ToList()
    {
        Cut();
        return _lowest;
    }

    private void Cut()
    {
        _lowest.Sort();
        if (_lowest.Count > limit)
        {
            _lowest.RemoveRange(limit, _lowest.Count - limit);
        }
    }
}
