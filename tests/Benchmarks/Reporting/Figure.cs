namespace Benchmarks.Reporting;

/// <summary>A number that was promised, and what was measured.</summary>
internal sealed record Figure(string Name, double Measured, string Promise, bool IsMet)
{
    public static Figure AtMost(string name, double measured, double limit, string unit) =>
        new(name, measured, $"≤ {limit:N0}{unit}", measured <= limit);

    public static Figure AtMostTimes(string name, double measured, double limit) =>
        new(name, measured, $"≤ {Series.Number(limit)}×", measured <= limit);

    public static Figure AtLeast(string name, double measured, double limit, string unit) =>
        new(name, measured, $"≥ {limit:N0}{unit}", measured >= limit);

    public static Figure AtLeastTimes(string name, double measured, double limit) =>
        new(name, measured, $"≥ {Series.Number(limit)}×", measured >= limit);

    public override string ToString() =>
        $"- {(IsMet ? "met" : "**missed**")}: {Name}: {Series.Number(Measured)} (asked: {Promise})";
}
