namespace Scraper.Collecting.Drift;

/// <summary>One number of a profile that is compared with the same number of earlier runs.</summary>
/// <param name="Value">On a scale where equal steps mean equal change: shares as they are, sizes as logarithms.</param>
/// <param name="Counted">How many items it was taken from.</param>
/// <param name="Spread">Standard deviation of one such number; a share has its own.</param>
internal sealed record Measure(string Name, MeasureKind Kind, double Value, int Counted, double Spread = 0)
{
    public string Text => Describe(Value);

    /// <summary>How far it strays from the usual value by chance alone, one standard deviation.</summary>
    public double NoiseAround(double usual)
    {
        if (Kind.Scale != MeasureScale.Share)
        {
            return Spread / Math.Sqrt(Counted);
        }

        // As if one more of each had been seen: a share of 0 or 1 among few is not certain.
        var likely = ((usual * Counted) + 1) / (Counted + 2);
        return Math.Sqrt(likely * (1 - likely) / Counted);
    }

    /// <summary>A value of this measure as people read it.</summary>
    public string Describe(double value) => Kind.Scale switch
    {
        MeasureScale.Share => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Math.Clamp(value, 0, 1):0.0%}"),
        MeasureScale.Size => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Math.Exp(value) - 1:0.#}"),
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value:0}"),
    };
}

/// <summary>How a measure is judged.</summary>
/// <param name="Way">Which way is for the worse.</param>
/// <param name="WarnFrom">No smaller change is worth a word.</param>
/// <param name="StopFrom">No smaller change holds films back.</param>
/// <param name="IsOfScope">It depends on which targets were read, and how far; else only on their form.</param>
internal sealed record MeasureKind(MeasureScale Scale, Way Way, double WarnFrom, double StopFrom, bool IsOfScope)
{
    public static readonly MeasureKind PageSize = new(MeasureScale.Size, Way.Both, 0.15, 0.4, IsOfScope: false);
    public static readonly MeasureKind Coverage = new(MeasureScale.Share, Way.Down, 0.05, 0.2, IsOfScope: false);
    public static readonly MeasureKind Errors = new(MeasureScale.Share, Way.Up, 0.02, 0.1, IsOfScope: false);
    public static readonly MeasureKind Repeats = new(MeasureScale.Share, Way.Up, 0.05, 0.3, IsOfScope: false);
    public static readonly MeasureKind YearCoverage = new(MeasureScale.Share, Way.Down, 0.08, 0.25, IsOfScope: true);
    public static readonly MeasureKind New = new(MeasureScale.Share, Way.Up, 0.2, 0.4, IsOfScope: true);
    public static readonly MeasureKind KindShare = new(MeasureScale.Share, Way.Both, 0.1, 0.25, IsOfScope: true);
    public static readonly MeasureKind Size = new(MeasureScale.Size, Way.Both, 0.25, 0.5, IsOfScope: true);
    public static readonly MeasureKind Year = new(MeasureScale.Year, Way.Both, 5, 15, IsOfScope: true);
}

internal enum MeasureScale
{
    Share,

    /// <summary>The logarithm of one more than a count.</summary>
    Size,

    Year,
}

internal enum Way
{
    Up,
    Down,
    Both,
}
