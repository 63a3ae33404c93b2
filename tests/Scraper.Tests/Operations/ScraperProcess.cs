using System.Diagnostics;

namespace Scraper.Tests.Operations;

/// <summary>The built Scraper as a process of its own, to be killed without warning.</summary>
internal sealed class ScraperProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _out;
    private readonly Task<string> _error;

    private ScraperProcess(Process process)
    {
        _process = process;
        _out = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    public bool HasExited => _process.HasExited;

    public static ScraperProcess Start(string directory, Uri metadata, params string[] arguments) =>
        Start(directory, metadata, [], arguments);

    public static ScraperProcess Start(
        string directory, Uri metadata, Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(typeof(Scraper.Sources.ISource).Assembly.Location);
        Array.ForEach(arguments, start.ArgumentList.Add);
        start.Environment["Metadata__BaseUrl"] = metadata.ToString();
        foreach (var (key, value) in environment)
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

    /// <summary>SIGTERM, as an operator stops a service.</summary>
    public async Task<int> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async Task<(int Code, string Out, string Error)> EndAsync()
    {
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await _out, await _error);
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
