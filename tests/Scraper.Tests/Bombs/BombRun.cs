using System.Diagnostics;
using System.Text.Json;

namespace Scraper.Tests.Bombs;

/// <summary>A process that reads a bomb, with a limit on the processor's time after which it is killed.</summary>
/// <param name="Cost">Null when the process died of it.</param>
internal sealed record BombRun(int ExitCode, BombCost? Cost, string Errors)
{
    private const int MaxCpuSeconds = 5;

    /// <param name="way">One that <see cref="BombReader"/> knows.</param>
    public static async Task<BombRun> ReadAsync(string way, Uri bomb, Uri harmless)
    {
        var program = typeof(BombReader).Assembly.Location;
        // With the settings that the product itself runs with.
        var settings = Path.Combine(Path.GetDirectoryName(program)!, "Scraper.runtimeconfig.json");
        var start = new ProcessStartInfo(
            "prlimit",
            [
                $"--cpu={MaxCpuSeconds}", "--core=0", "dotnet", "exec", "--runtimeconfig", settings,
                "--depsfile", Path.ChangeExtension(program, "deps.json"), program, way, bomb.AbsoluteUri, harmless.AbsoluteUri,
            ])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var said = await output;
        return new BombRun(process.ExitCode, said.Length > 0 ? JsonSerializer.Deserialize<BombCost>(said) : null, await errors);
    }
}
