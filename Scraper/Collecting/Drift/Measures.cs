using Scraper.Sources;

namespace Scraper.Collecting.Drift;

/// <summary>The numbers of a profile. What was counted too rarely to mean anything is left out.</summary>
internal static class Measures
{
    /// <summary>Fewer items say nothing of shares and medians.</summary>
    public const int LeastItems = 30;

    private const int LeastPages = 3;

    // Of a median and of a tenth part, in standard deviations of what they are taken from.
    private const double MedianNoise = 1.25;
    private const double TailNoise = 1.9;

    // What pages, titles, durations and years of one listing usually have, on their scales.
    private const double PageSpread = 0.02;
    private const double SizeSpread = 0.6;
    private const double YearSpread = 22;

    private static readonly string[] Kinds =
        [.. Enum.GetValues<VideoKind>().Select(kind => kind.ToString().ToLowerInvariant()), "review"];

    public static IReadOnlyList<Measure> Of(Profile profile)
    {
        List<Measure> measures = [];
        if (profile.FullPages >= LeastPages)
        {
            var mean = (double)profile.FullPageItems / profile.FullPages;
            measures.Add(new("items per page", MeasureKind.PageSize, Log(mean), Counted: 1, PageSpread));
        }

        if (profile.Items >= LeastItems)
        {
            measures.Add(Share("items that cannot be read", MeasureKind.Errors, profile.Unreadable, profile.Items));
            measures.Add(Share("items that the run already had", MeasureKind.Repeats, profile.Repeated, profile.Items));
        }

        if (profile.Pages >= LeastPages)
        {
            measures.Add(Share("pages that the run already had", MeasureKind.Repeats, profile.RepeatedPages, profile.Pages));
        }

        if (profile.Videos >= LeastItems)
        {
            measures.AddRange(OfVideos(profile));
        }

        return measures;
    }

    private static IEnumerable<Measure> OfVideos(Profile profile)
    {
        var videos = profile.Videos;
        yield return Share("new videos", MeasureKind.New, profile.New, videos);
        foreach (var (field, count) in profile.Fields)
        {
            yield return Share(
                $"videos with {field}", field == "year" ? MeasureKind.YearCoverage : MeasureKind.Coverage, count, videos);
        }

        foreach (var kind in Kinds)
        {
            yield return Share($"videos judged {kind}", MeasureKind.KindShare, profile.Kinds.GetValueOrDefault(kind), videos);
        }

        yield return Size("median length of titles", profile.TitleLengths);
        if (profile.Minutes.Values.Sum() is >= LeastItems)
        {
            yield return Size("median minutes", profile.Minutes);
        }

        if (profile.Years.Values.Sum() is var years and >= LeastItems)
        {
            yield return new("median year", MeasureKind.Year, Quantile(profile.Years, 0.5), years, MedianNoise * YearSpread);
            yield return new("earliest years (tenth part)", MeasureKind.Year, Quantile(profile.Years, 0.1), years, TailNoise * YearSpread);
            yield return new("latest years (tenth part)", MeasureKind.Year, Quantile(profile.Years, 0.9), years, TailNoise * YearSpread);
        }
    }

    private static Measure Share(string name, MeasureKind kind, int part, int whole) =>
        new(name, kind, (double)part / whole, whole);

    private static Measure Size(string name, SortedDictionary<int, int> counts) => new(
        name, MeasureKind.Size, Log(Quantile(counts, 0.5)), counts.Values.Sum(), MedianNoise * SizeSpread);

    private static double Log(double size) => Math.Log(1 + size);

    private static int Quantile(SortedDictionary<int, int> counts, double part)
    {
        var left = counts.Values.Sum() * part;
        foreach (var (value, times) in counts)
        {
            left -= times;
            if (left <= 0)
            {
                return value;
            }
        }

        return counts.Keys.Last();
    }
}
