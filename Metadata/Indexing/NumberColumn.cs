using System.Numerics;

namespace Metadata.Indexing;

/// <summary>A number of every film.</summary>
/// <param name="unknown">Stands for films without one, and is no film's value; bounds leave it out, so it is the lowest
/// of all numbers or not a number.</param>
internal sealed class NumberColumn<T>(T unknown) : SortColumn
    where T : unmanaged, INumber<T>, IMinMaxValue<T>
{
    private T[] _values = [];

    public ReadOnlySpan<T> Values => _values;

    public T this[int id] => _values[id];

    public override bool IsKnown(int id) => !_values[id].Equals(unknown);

    public override ulong NumberOf(int id) => typeof(T) == typeof(double)
        ? Ordered(BitConverter.DoubleToInt64Bits(double.CreateTruncating(_values[id])))
        : (ulong)long.CreateTruncating(_values[id]) ^ (1UL << 63);

    public override void Grow(int capacity)
    {
        var before = _values.Length;
        Array.Resize(ref _values, capacity);
        _values.AsSpan(before).Fill(unknown);
    }

    /// <returns>Whether the value is another one now.</returns>
    public bool Write(int id, T? value)
    {
        var before = _values[id];
        _values[id] = value ?? unknown;
        return !before.Equals(_values[id]);
    }

    /// <summary>Keeps of a set the films whose value is known and within the bounds that are given.</summary>
    public void Keep(Bitmap films, T? from, T? to)
    {
        var lowest = T.IsNaN(unknown) ? T.MinValue : unknown + T.One;
        ColumnScan.Keep(films.OwnWords, Values, from ?? lowest, to ?? T.MaxValue);
    }

    // Negative numbers compare the other way round by their bits.
    private static ulong Ordered(long bits) => (ulong)(bits < 0 ? ~bits : bits ^ (1L << 63));
}
