using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Benchmarks.Parts;

/// <summary>Benchmarks of single parts in this process, by BenchmarkDotNet: every class of this folder with a
/// [Benchmark] method takes part. They tell why a scenario is slow, not whether the service is fast.</summary>
internal static class IndexParts
{
    public const string Name = "parts";

    /// <param name="arguments">BenchmarkDotNet's own: --filter '*Title*', --list flat…</param>
    public static void Run(string[] arguments)
    {
        // In this process, because the build that BenchmarkDotNet would make knows nothing of this solution's settings.
        var config = DefaultConfig.Instance
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .WithArtifactsPath(Path.Combine(Processes.Checkout.Root, "artifacts", "benchmarks"));
        var chosen = arguments.Length == 0 ? (string[])["--filter", "*"] : arguments;
        BenchmarkSwitcher.FromAssembly(typeof(IndexParts).Assembly).Run(chosen, config);
    }
}
