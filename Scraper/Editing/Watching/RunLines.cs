using System.Globalization;

namespace Scraper.Editing.Watching;

/// <summary>How far a run has come, in words.</summary>
internal static class RunLines
{
    private const int MaxTargetLength = 40;

    /// <summary>As one line, for a log.</summary>
    public static string Line(RunCount count, RunPace pace) => string.Join(", ", Parts(count, pace, MaxTargetLength));

    /// <summary>As lines that a terminal of that width does not break.</summary>
    public static IReadOnlyList<string> Fit(RunCount count, RunPace pace, int width)
    {
        // The last column stays free: some terminals begin a new line when it is written to.
        var room = Math.Max(width - 1, 1);
        var lines = new List<string>();
        foreach (var part in Parts(count, pace, Math.Min(MaxTargetLength, room)))
        {
            if (lines.Count > 0 && lines[^1].Length + part.Length + 2 <= room)
            {
                lines[^1] += $", {part}";
            }
            else
            {
                lines.Add(part.Length <= room ? part : part[..room]);
            }
        }

        return lines;
    }

    private static IEnumerable<string> Parts(RunCount count, RunPace pace, int maxTargetLength)
    {
        if (count.Target is not { } target)
        {
            return ["waiting for the first page", Time(pace.Elapsed)];
        }

        var place = count.Targets > 1 ? Text($"{count.TargetNumber}/{count.Targets} {target}") : target.ToString();
        return
        [
            place.Length > maxTargetLength ? $"{place[..(maxTargetLength - 1)]}…" : place,
            Text($"{count.Seen:N0} seen"),
            Text($"{pace.Rate:N0}/s"),
            Text($"{count.Films:N0} films"),
            Text($"{count.Episodes:N0} episodes"),
            Text($"{count.Trailers:N0} trailers"),
            Text($"{count.Other:N0} other"),
            Text($"{count.Review:N0} review"),
            Text($"{count.Rejected:N0} rejected"),
            Text($"{count.Errors:N0} errors"),
            Text($"{count.Pages:N0} pages"),
            $"{Time(pace.Elapsed)} gone",
            pace.Left is { } left ? $"{Time(left)} left{(count.Targets > 1 ? " of this target" : "")}" : "time left unknown",
        ];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Time(TimeSpan time) => time.TotalHours >= 1
        ? Text($"{(int)time.TotalHours}:{time:mm\\:ss}") : time.ToString(@"m\:ss", CultureInfo.InvariantCulture);
}
