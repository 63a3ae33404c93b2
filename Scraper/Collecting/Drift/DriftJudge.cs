using Scraper.Journal;

namespace Scraper.Collecting.Drift;

/// <summary>Compares a run with the baseline, measure by measure: how far from the median of earlier runs, in terms of
/// how far those strayed themselves (median absolute deviation) and of chance. The bounds were set on simulated
/// runs.</summary>
internal static class DriftJudge
{
    private const double LeastAt = 3;
    private const double WarnAt = 4;
    private const double StopAt = 7;

    private const double MostOfTheWay = 0.75;

    // Turns a median absolute deviation into a standard deviation.
    private const double MadToDeviation = 1.4826;

    /// <param name="form">The form of target, named in the reasons.</param>
    public static DriftVerdict Judge(string form, Profile found, Baseline baseline)
    {
        if (!baseline.CanJudge)
        {
            return DriftVerdict.Fine;
        }

        var ofForm = Values(baseline.OfForm);
        var ofScope = Values(baseline.OfScope);
        var taught = Values(baseline.Taught);
        return DriftVerdict.Of(
            from measure in Measures.Of(found)
            let known = (measure.Kind.IsOfScope ? ofScope : ofForm)[measure.Name].ToList()
            where known.Count >= Baseline.LeastRuns
            select Judge(form, measure, known, [.. taught[measure.Name]]));
    }

    private static ILookup<string, double> Values(IEnumerable<Profile> profiles) =>
        profiles.SelectMany(Measures.Of).ToLookup(measure => measure.Name, measure => measure.Value, StringComparer.Ordinal);

    private static DriftVerdict Judge(string form, Measure measure, List<double> known, List<double> taught)
    {
        var usual = Median(known);
        var strayed = MadToDeviation * Median(known.ConvertAll(value => Math.Abs(value - usual)));
        // Few runs show less than they stray.
        var noise = measure.NoiseAround(usual);
        var spread = Math.Sqrt(Math.Pow(strayed * (1 + (4.0 / known.Count)), 2) + (noise * noise));
        // What an editor has called normal is as good a centre as the median.
        var distance = taught.Append(usual).Min(centre => Distance(measure.Kind.Way, measure.Value - centre));
        var warnBound = Math.Max(measure.Kind.WarnFrom, WarnAt * spread);
        var stopBound = Math.Max(measure.Kind.StopFrom, StopAt * spread);
        if (measure.Kind.Scale == MeasureScale.Share)
        {
            // A share that goes most of the way to all or none has changed, though it may stray a lot.
            var wayToGo = MostOfTheWay * (measure.Value > usual ? 1 - usual : usual);
            stopBound = Math.Min(stopBound, Math.Max(wayToGo, Math.Max(measure.Kind.WarnFrom, LeastAt * spread)));
            warnBound = Math.Min(warnBound, stopBound);
        }

        if (distance <= warnBound)
        {
            return DriftVerdict.Fine;
        }

        var level = distance > stopBound ? DriftLevel.Stop : DriftLevel.Warn;
        var bound = level == DriftLevel.Stop ? stopBound : warnBound;
        return new DriftVerdict(level, [
            $"{form}: {measure.Name}: usually {measure.Describe(usual)}, now {measure.Text}, {Bounds(measure, usual, bound)}"]);
    }

    private static double Distance(Way way, double change) => way switch
    {
        Way.Up => change,
        Way.Down => -change,
        _ => Math.Abs(change),
    };

    private static string Bounds(Measure measure, double usual, double bound) => measure.Kind.Way switch
    {
        Way.Up => $"bound {measure.Describe(usual + bound)}",
        Way.Down => $"bound {measure.Describe(usual - bound)}",
        _ => $"bounds {measure.Describe(usual - bound)} to {measure.Describe(usual + bound)}",
    };

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
