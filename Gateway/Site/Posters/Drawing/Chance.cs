namespace Gateway.Site.Posters.Drawing;

/// <summary>Random numbers that are the same for the same film on every machine and version (SplitMix64).</summary>
internal sealed class Chance(int seed)
{
    private ulong _state = (ulong)seed * 0x9E3779B97F4A7C15;

    /// <summary>A whole number from 0 to below <paramref name="end"/>.</summary>
    public int Next(int end) => (int)(NextBits() % (ulong)end);

    /// <summary>A number between two others.</summary>
    public double Between(double low, double high) => low + ((high - low) * (NextBits() >> 11) / (1UL << 53));

    public bool Toss() => Next(2) == 0;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Next(choices.Count)];

    private ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var bits = _state;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
