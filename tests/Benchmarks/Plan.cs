namespace Benchmarks;

/// <summary>What to measure, and how long.</summary>
/// <param name="What">Names of scenarios; empty for all.</param>
/// <param name="Quick">The smallest catalogue and one round: whether everything runs, not how fast it is.</param>
/// <param name="Full">Also a million films.</param>
/// <param name="Strict">A missed figure is a failure.</param>
internal sealed record Plan(IReadOnlyList<string> What, bool Quick, bool Full, bool Strict)
{
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

    /// <exception cref="ArgumentException">An option is unknown.</exception>
    public static Plan Read(IReadOnlyList<string> arguments)
    {
        var options = arguments.Where(argument => argument.StartsWith("--", StringComparison.Ordinal)).ToList();
        var unknown = options.Except(["--quick", "--full", "--strict"], StringComparer.Ordinal).FirstOrDefault();
        return unknown is null
            ? new Plan(
                [.. arguments.Except(options, StringComparer.Ordinal)],
                options.Contains("--quick"), options.Contains("--full"), options.Contains("--strict"))
            : throw new ArgumentException($"Unknown option '{unknown}'. There are --quick, --full and --strict.");
    }
}
