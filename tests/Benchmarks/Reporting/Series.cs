using System.Globalization;

namespace Benchmarks.Reporting;

/// <summary>The same number from several rounds.</summary>
internal sealed class Series
{
    private readonly List<double> _values = [];

    public double Median => _values.Order().ElementAt(_values.Count / 2);

    public bool IsEmpty => _values.Count == 0;

    public void Add(double value) => _values.Add(value);

    /// <summary>The median, with the lowest and the highest.</summary>
    public override string ToString() => _values.Count == 1
        ? Number(Median)
        : $"{Number(Median)} ({Number(_values.Min())}–{Number(_values.Max())})";

    public string ToPercent() => Median.ToString("P0", CultureInfo.InvariantCulture);

    /// <summary>Three digits that count.</summary>
    public static string Number(double value) => Math.Abs(value) switch
    {
        double.NaN => "–",
        >= 100 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.00", CultureInfo.InvariantCulture),
    };
}
