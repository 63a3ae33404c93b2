namespace Benchmarks;

/// <summary>What to measure, and how long.</summary>
/// <param name="What">Names of scenarios; empty for all.</param>
/// <param name="Quick">The smallest catalogue and one round: whether everything runs, not how fast it is.</param>
/// <param name="Full">Also a million films.</param>
/// <param name="Strict">A missed figure is a failure.</param>
internal sealed record Plan(IReadOnlyList<string> What, bool Quick, bool Full, bool Strict)
{
    public static readonly string[] Options = ["--quick", "--full", "--strict"];

    /// <summary>Requests before the first round, so that the runtime has compiled what is hot.</summary>
    public const int WarmUp = 1_000;

    public const int Small = 10_000;
    public const int Middle = 100_000;
    public const int Large = 1_000_000;

    public IReadOnlyList<int> Sizes => Quick ? [Small] : Full ? [Small, Middle, Large] : [Small, Middle];

    /// <summary>The catalogue for what is measured at one size.</summary>
    public int MainSize => Quick ? Small : Middle;

    /// <summary>Measured so many times; the median counts.</summary>
    public int Rounds => Quick ? 1 : 3;

    /// <summary>Requests of one round.</summary>
    public int Requests => Quick ? 150 : 400;

    public static Plan Read(IReadOnlyList<string> arguments) => new(
        [.. arguments.Except(Options, StringComparer.Ordinal)],
        arguments.Contains(Options[0], StringComparer.Ordinal),
        arguments.Contains(Options[1], StringComparer.Ordinal),
        arguments.Contains(Options[2], StringComparer.Ordinal));
}
