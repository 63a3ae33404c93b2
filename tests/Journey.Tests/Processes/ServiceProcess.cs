using System.Collections.Concurrent;
using System.Diagnostics;

namespace Journey.Tests.Processes;

/// <summary>One of the three services as a process of its own, as an operator would start it.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly ConcurrentQueue<string> _output = new();
    private readonly Process _process;

    private ServiceProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public string Output => string.Join('\n', _output);

    /// <summary>Starts it and waits until it answers.</summary>
    public static async Task<ServiceProcess> StartAsync(
        string program, Uri address, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var start = Invocation.Of(program, settings, arguments);
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        var service = new ServiceProcess(Process.Start(start)!, address);
        service.Collect();
        await Deadline.UntilAsync(
            $"{Path.GetFileName(program)} answers at {address}",
            async () => service.IsRunning() && await service.AnswersAsync("/health/live"),
            () => service.Output);
        return service;
    }

    public async Task<bool> AnswersAsync(string path)
    {
        using var answer = await Http.GetAsync(new Uri(Address, path));
        return answer.IsSuccessStatusCode;
    }

    /// <summary>Ends it as a power cut would: SIGKILL, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private bool IsRunning() => !_process.HasExited
        ? true
        : throw new InvalidOperationException($"It ended with code {_process.ExitCode}:\n{Output}");

    private void Collect()
    {
        _process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }
}
