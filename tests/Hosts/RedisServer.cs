using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hosts;

/// <summary>A Redis server of one test, on a free loopback port, that can be killed and started again.</summary>
public sealed class RedisServer : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(10);

    private readonly string _directory = Directory.CreateTempSubdirectory("onlinecinema-redis-").FullName;
    private Process? _process;

    public RedisServer()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        Start();
    }

    public int Port { get; }

    public string ConnectionString => $"127.0.0.1:{Port}";

    /// <summary>Starts the server on its port, empty unless <paramref name="settings"/> say otherwise.</summary>
    public void Start(params IReadOnlyList<string> settings)
    {
        var start = new ProcessStartInfo("redis-server") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in (string[])["--port", $"{Port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", _directory, .. settings])
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            _process = Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("These tests need redis-server. Install it: apt-get install redis-server", missing);
        }

        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        if (!SpinWait.SpinUntil(Answers, StartLimit))
        {
            throw new InvalidOperationException($"redis-server does not answer on port {Port} after {StartLimit}.");
        }
    }

    /// <summary>Ends the server as kill -9 does.</summary>
    public void Kill()
    {
        _process?.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }

    /// <summary>Starts the server anew with so much to read that it loads for half a minute.</summary>
    public void StartSlowly()
    {
        const int Keys = 1_000;
        Command([.. Enumerable.Range(0, Keys).Select(number => $"SET key{number} value"), "SAVE"]);
        Kill();
        Start("--key-load-delay", "30000", "--loading-process-events-interval-bytes", "1024");
        File.Delete(Path.Combine(_directory, "dump.rdb"));
    }

    /// <summary>Lets the server hang, with its connections open.</summary>
    public void Stop() => Signal("STOP");

    public void Continue() => Signal("CONT");

    /// <summary>Sends commands, one a line, on a connection of its own.</summary>
    /// <returns>The first line of the last answer.</returns>
    /// <exception cref="InvalidOperationException">The server refuses a command.</exception>
    public string Command(params IReadOnlyList<string> lines)
    {
        using var client = new TcpClient();
        client.Connect(IPAddress.Loopback, Port);
        using var stream = client.GetStream();
        using var reader = new StreamReader(stream);
        using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
        var answer = "";
        foreach (var line in lines)
        {
            writer.WriteLine(line);
            answer = reader.ReadLine() ?? "";
            if (answer.StartsWith('-'))
            {
                throw new InvalidOperationException($"Redis refuses '{line}': {answer}");
            }
        }

        return answer;
    }

    /// <summary>The names of the keys that fit a pattern.</summary>
    public List<string> Keys(string pattern)
    {
        using var client = new TcpClient();
        client.Connect(IPAddress.Loopback, Port);
        using var stream = client.GetStream();
        using var reader = new StreamReader(stream);
        stream.Write(Encoding.ASCII.GetBytes($"KEYS {pattern}\r\n"));
        var count = int.Parse(reader.ReadLine()![1..], CultureInfo.InvariantCulture);
        // Each name stands behind a line with its length.
        return [.. Enumerable.Range(0, 2 * count).Select(_ => reader.ReadLine()!).Where(line => line[0] != '$')];
    }

    public void Dispose()
    {
        Kill();
        Directory.Delete(_directory, recursive: true);
    }

    private void Signal(string signal)
    {
        if (_process is null)
        {
            return;
        }

        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    private bool Answers()
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
