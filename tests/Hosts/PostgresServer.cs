using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Hosts;

/// <summary>A PostgreSQL cluster of this test process alone, from the distribution's package, on a free loopback
/// port; gone with the process.</summary>
public sealed class PostgresServer : IDisposable
{
    private const string ServerUser = "postgres";
    private const string Package = "/usr/lib/postgresql";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly Lazy<PostgresServer> Started = new(() => new PostgresServer("-c fsync=off"));

    private readonly string _programs = Programs();
    private readonly string _directory = Directory.CreateTempSubdirectory("onlinecinema-postgres-").FullName;
    // Held open as long as this process lives.
    private readonly Process _watch;
    private readonly string _data;
    private readonly string _options;
    private int _databases;

    private PostgresServer(string options)
    {
        Port = FreePort();
        if (Environment.IsPrivilegedProcess)
        {
            // The server refuses to run as root.
            Run("chown", ServerUser, _directory);
        }

        _data = Path.Combine(_directory, "data");
        _options = $"-p {Port} -k {_directory} -c listen_addresses=127.0.0.1 -c max_connections=200 {options}";
        AsServerUser("initdb", "-D", _data, "-U", "app", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        Start();
        _watch = StopWithThisProcess(_data);
    }

    /// <summary>The cluster of this process, started by the first who asks.</summary>
    public static PostgresServer Shared => Started.Value;

    /// <summary>A further cluster, which writes to the disk what it has committed: for measuring, and for tests of
    /// durability.</summary>
    /// <param name="options">Further options of the server, as its command line takes them.</param>
    public static PostgresServer StartDurable(string options = "") => new(options);

    public int Port { get; }

    /// <summary>Ends the postmaster as kill -9 does; its children notice and end.</summary>
    public void Kill() => Run("kill", "-9", File.ReadLines(Path.Combine(_data, "postmaster.pid")).First());

    /// <summary>Starts the server after it was killed, as soon as its children have ended.</summary>
    public void StartAgain()
    {
        if (!SpinWait.SpinUntil(TryStart, StartLimit))
        {
            throw new InvalidOperationException($"PostgreSQL does not start on port {Port} within {StartLimit}.");
        }
    }

    /// <summary>Ends the server of a test of its own.</summary>
    public void Dispose()
    {
        _watch.StandardInput.Close();
        _watch.Dispose();
    }

    /// <summary>Creates an empty database and returns its connection string.</summary>
    public string CreateDatabase()
    {
        var name = $"test{Interlocked.Increment(ref _databases)}";
        Run(Path.Combine(_programs, "createdb"), "-h", "127.0.0.1", "-p", $"{Port}", "-U", "app", name);
        return $"Host=127.0.0.1;Port={Port};Database={name};Username=app;Maximum Pool Size=30";
    }

    private void Start() =>
        AsServerUser("pg_ctl", "-D", _data, "-w", "-l", Path.Combine(_directory, "log"), "-o", _options, "start");

    private bool TryStart()
    {
        try
        {
            Start();
            return true;
        }
        catch (InvalidOperationException)
        {
            // The shared memory of a child that has not ended yet is in the way.
            return false;
        }
    }

    // A test process is killed rather than ended, so it cannot clean up. A shell of its own session does, as soon as the
    // pipe from this process breaks.
    private Process StopWithThisProcess(string data)
    {
        var start = new ProcessStartInfo("setsid") { UseShellExecute = false, RedirectStandardInput = true };
        foreach (var argument in new[]
        {
            "--fork", "sh", "-c", "cat >/dev/null; kill -QUIT \"$(head -n 1 \"$0/postmaster.pid\")\"; sleep 1; rm -rf \"$1\"",
            data, _directory,
        })
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private void AsServerUser(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs, program);
        if (Environment.IsPrivilegedProcess)
        {
            Run("runuser", ["-u", ServerUser, "--", path, .. arguments]);
        }
        else
        {
            Run(path, arguments);
        }
    }

    private void Run(string program, params string[] arguments)
    {
        // Its output goes to a file, for a server that keeps a pipe open would keep us waiting.
        var start = new ProcessStartInfo("sh") { WorkingDirectory = _directory };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("exec \"$@\" >/dev/null 2>\"$0\"");
        var errors = Path.GetTempFileName();
        start.ArgumentList.Add(errors);
        start.ArgumentList.Add(program);
        Array.ForEach(arguments, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        process.WaitForExit();
        var said = File.ReadAllText(errors);
        File.Delete(errors);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {said}");
        }
    }

    private static string Programs() =>
        Directory.Exists(Package) && Directory.GetDirectories(Package).Order(StringComparer.Ordinal).LastOrDefault() is { } newest
            ? Path.Combine(newest, "bin")
            : throw new InvalidOperationException(
                $"These tests need PostgreSQL's server programs under {Package}. Install them: apt-get install postgresql");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
