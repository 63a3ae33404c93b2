using Scraper.Collecting.Drift;

namespace Scraper.Tests.Collecting.Drift;

/// <summary>Runs of a source as they vary from day to day: more and fewer videos, shares that wander, a day of premieres, a
/// batch of clips.</summary>
internal sealed class SimulatedRuns(int seed)
{
    private readonly Random _random = new(seed);

    // A source has its own habits; runs stray from them.
    private readonly Habits _habits = Habits.Draw(new Random(seed * 31));

    public IReadOnlyList<Profile> Take(int count) => [.. Enumerable.Range(0, count).Select(_ => Next(_ => { }))];

    /// <param name="change">What has changed at the source.</param>
    public Profile Next(Action<Day> change)
    {
        var day = new Day
        {
            Pages = Math.Max(3, (int)(_habits.Pages * (0.7 + (0.6 * _random.NextDouble())))),
            PageSize = 20,
            Unreadable = Wander(_habits.Unreadable, 0.3),
            Repeated = Wander(_habits.Repeated, 0.3),
            New = Wander(_habits.New, 0.5),
            Films = Wander(_habits.Films, 0.15),
            Year = Wander(_habits.Year, 0.2),
            Description = Wander(_habits.Description, 0.2),
            Duration = Wander(0.98, 0.2),
            Image = Wander(0.995, 0.2),
            Minutes = 92 * Math.Exp(0.06 * Normal()),
            TitleLength = 46 * Math.Exp(0.05 * Normal()),
            MiddleYear = 1995 + (int)(2 * Normal()),
        };
        if (_random.Next(15) == 0)
        {
            // A day unlike the others, of which every source has some.
            (day.New, day.Films) = (Math.Min(1, day.New * 1.6), day.Films * 0.92);
        }

        change(day);
        return Count(day);
    }

    private Profile Count(Day day)
    {
        var profile = new Profile { Pages = day.Pages };
        for (var page = 1; page <= day.Pages; page++)
        {
            var size = page < day.Pages ? day.PageSize : 1 + _random.Next(day.PageSize);
            profile.FullPages += page < day.Pages ? 1 : 0;
            profile.FullPageItems += page < day.Pages ? size : 0;
            profile.Items += size;
            profile.RepeatedPages += Draw(day.RepeatedPages);
            for (var item = 0; item < size; item++)
            {
                CountItem(profile, day);
            }
        }

        return profile;
    }

    private void CountItem(Profile profile, Day day)
    {
        if (Draw(day.Unreadable) == 1)
        {
            profile.Unreadable++;
            return;
        }

        if (Draw(day.Repeated) == 1)
        {
            profile.Repeated++;
            return;
        }

        profile.Videos++;
        profile.New += Draw(day.New);
        Profile.Count(profile.Kinds, Draw(day.Films) == 1 ? "film" : Draw(0.4) == 1 ? "other" : Draw(0.5) == 1 ? "trailer" : "review");
        Profile.Count(profile.Fields, "author", Draw(day.Author));
        Profile.Count(profile.Fields, "description", Draw(day.Description));
        Profile.Count(profile.Fields, "image", Draw(day.Image));
        Profile.Count(profile.TitleLengths, (int)(day.TitleLength * Math.Exp(0.4 * Normal())));
        var (hasYear, hasDuration) = (Draw(day.Year), Draw(day.Duration));
        Profile.Count(profile.Fields, "year", hasYear);
        Profile.Count(profile.Fields, "duration", hasDuration);
        if (hasYear == 1)
        {
            Profile.Count(profile.Years, Math.Clamp(day.MiddleYear + (int)(day.YearSpread * Normal()), 1900, 2026));
        }

        if (hasDuration == 1)
        {
            Profile.Count(profile.Minutes, (int)(day.Minutes * Math.Exp(0.5 * Normal())));
        }
    }

    private int Draw(double share) => _random.NextDouble() < share ? 1 : 0;

    // On the logistic scale, where a share of 0.99 strays less than one of 0.5.
    private double Wander(double share, double by) => 1 / (1 + Math.Exp(-(Math.Log(share / (1 - share)) + (by * Normal()))));

    private double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    /// <summary>What a source does on most days.</summary>
    private sealed record Habits(
        int Pages, double Unreadable, double Repeated, double New, double Films, double Year, double Description)
    {
        public static Habits Draw(Random random) => new(
            5 + random.Next(60), 0.002 + (0.01 * random.NextDouble()), 0.005 + (0.03 * random.NextDouble()),
            0.03 + (0.3 * random.NextDouble()), 0.3 + (0.45 * random.NextDouble()), 0.4 + (0.5 * random.NextDouble()),
            0.5 + (0.45 * random.NextDouble()));
    }
}

/// <summary>What one run meets.</summary>
internal sealed class Day
{
    public int Pages { get; set; }

    public int PageSize { get; set; }

    public double Unreadable { get; set; }

    public double Repeated { get; set; }

    public double RepeatedPages { get; set; }

    public double New { get; set; }

    public double Films { get; set; }

    public double Year { get; set; }

    public double Description { get; set; }

    public double Duration { get; set; }

    public double Image { get; set; }

    public double Author { get; set; } = 0.999;

    public double Minutes { get; set; }

    public double TitleLength { get; set; }

    public int MiddleYear { get; set; }

    public double YearSpread { get; set; } = 18;
}
