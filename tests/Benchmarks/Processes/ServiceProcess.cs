using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Benchmarks.Load;

namespace Benchmarks.Processes;

/// <summary>A program under measurement: a process of its own on a free loopback port.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string[] Warnings = ["warn:", "fail:", "crit:", "Unhandled exception"];
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(5);

    private readonly Process _process;
    private readonly Queue<string> _output = new();
    private bool _isWarning;
    private bool _isDisposed;

    /// <summary>Starts it and waits until <paramref name="readyPath"/> answers 200.</summary>
    public ServiceProcess(IReadOnlyList<string> command, string readyPath, IReadOnlyDictionary<string, string> settings)
    {
        Address = FreeAddress();
        var start = new ProcessStartInfo("dotnet", command)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = $"http://{Address}";
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        var began = Stopwatch.GetTimestamp();
        _process = Process.Start(start)!;
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            AwaitReady(readyPath, began);
        }
        catch
        {
            Dispose();
            throw;
        }

        StartUp = Stopwatch.GetElapsedTime(began);
    }

    public IPEndPoint Address { get; }

    public int Id => _process.Id;

    /// <summary>From the start of the process to the first 200.</summary>
    public TimeSpan StartUp { get; }

    /// <summary>What the process holds of the machine's memory now (VmRSS), megabytes.</summary>
    public double ResidentMegabytes()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status")
            .First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        var kilobytes = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        return int.Parse(kilobytes, CultureInfo.InvariantCulture) / 1024.0;
    }

    /// <summary>Asks it to end, as an operator does.</summary>
    public void Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        if (!_process.WaitForExit(Patience))
        {
            throw new TimeoutException($"The service did not end within {Patience}:\n{Output()}");
        }
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private void OnExit(object? sender, EventArgs e) => Dispose();

    private void AwaitReady(string path, long began)
    {
        while (!Answers(path))
        {
            var waited = Stopwatch.GetElapsedTime(began);
            if (_process.HasExited || waited > Patience)
            {
                throw new InvalidOperationException($"{path} did not answer 200 within {waited}:\n{Output()}");
            }

            _process.WaitForExit(PollEvery);
        }
    }

    private bool Answers(string path)
    {
        try
        {
            using var connection = new HttpConnection(Address);
            return connection.Send(HttpRequests.Get(path)).Succeeded;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.Enqueue(line ?? "");
            if (_output.Count > 50)
            {
                _output.Dequeue();
            }
        }

        Warn(line ?? "");
    }

    // An entry of the log begins with its level; the lines of it that follow are indented.
    private void Warn(string line)
    {
        if (!line.StartsWith(' '))
        {
            _isWarning = Array.Exists(Warnings, level => line.StartsWith(level, StringComparison.Ordinal));
        }

        if (_isWarning)
        {
            Console.Error.WriteLine($"    {line}");
        }
    }

    private string Output()
    {
        lock (_output)
        {
            return string.Join('\n', _output);
        }
    }

    private static IPEndPoint FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return (IPEndPoint)listener.LocalEndpoint;
    }
}
