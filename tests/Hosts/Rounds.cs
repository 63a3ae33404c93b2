using System.Globalization;

namespace Hosts;

/// <summary>How often faults are repeated: a few times in the suite, more with FAULTS_ROUNDS=N, which multiplies.</summary>
public static class Rounds
{
    public const string Key = "FAULTS_ROUNDS";

    public static int Of(int inTheSuite) => inTheSuite * Factor;

    private static int Factor { get; } = Environment.GetEnvironmentVariable(Key) is { Length: > 0 } set
        ? int.Parse(set, CultureInfo.InvariantCulture)
        : 1;
}
