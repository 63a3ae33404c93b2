using System.Diagnostics;
using System.Text.Json;

namespace Faults.Rig;

/// <summary>One "scraper scrape" of a stub as a process of its own, to be killed without warning.</summary>
internal sealed class ScraperProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private ScraperProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    public bool HasExited => _process.HasExited;

    // Its folder is a neighbour of ours, of the same configuration.
    private static string Program { get; } = Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Scraper", new DirectoryInfo(AppContext.BaseDirectory).Name, "Scraper.dll");

    /// <param name="settings">On top of those that let it read a stub on loopback without delay.</param>
    public static ScraperProcess Scrape(Uri rutube, string dataDirectory, IReadOnlyDictionary<string, string> settings) =>
        Run(rutube, dataDirectory, settings, "scrape", "rutube", "--target", "search:кино", "--json");

    /// <summary>Reads again what crawls have recorded, and asks no host.</summary>
    public static ScraperProcess Replay(Uri rutube, string dataDirectory, IReadOnlyDictionary<string, string> settings) =>
        Run(rutube, dataDirectory, settings, "replay", "rutube", "--json");

    private static ScraperProcess Run(
        Uri rutube, string dataDirectory, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DataDirectory"] = dataDirectory;
        start.Environment["Network__AllowPrivateAddresses"] = "true";
        start.Environment["Sources__rutube__BaseUrl"] = rutube.ToString();
        start.Environment["Sources__rutube__DelayMilliseconds"] = "0";
        start.Environment["Sources__rutube__PageLimit"] = "100000";
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        return new ScraperProcess(Process.Start(start)!);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits for its end; what it reported.</summary>
    public async Task<JsonElement> ReportAsync()
    {
        await _process.WaitForExitAsync();
        var (output, errors) = (await _output, await _errors);
        return output.Length > 0
            ? JsonDocument.Parse(output).RootElement
            : throw new InvalidOperationException($"It ended with code {_process.ExitCode}, without a report:\n{errors}");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
