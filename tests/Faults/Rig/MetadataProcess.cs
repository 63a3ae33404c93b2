using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Faults.Rig;

/// <summary>The service, or a neighbour of it, as a process of its own, to be killed, stopped and traced.</summary>
internal sealed class MetadataProcess : IAsyncDisposable
{
    // The service's parent is a shell, which ends it when the test process is gone, however that ended.
    private const string Keeper =
        """
        exec 3<&0
        "$@" </dev/null 3<&- &
        service=$!
        echo "pid $service"
        { cat; kill -9 $service; } <&3 >/dev/null 2>&1 &
        keeper=$!
        wait $service
        code=$?
        kill $keeper
        exit $code
        """;

    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<int> _id = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _keeper;
    private readonly Uri _address;
    private bool _isDisposed;

    private MetadataProcess(Process keeper, Uri address)
    {
        _keeper = keeper;
        _address = address;
        _keeper.OutputDataReceived += (_, line) => Note(line.Data);
        _keeper.ErrorDataReceived += (_, line) => Note(line.Data);
        _keeper.BeginOutputReadLine();
        _keeper.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', _output);

    public bool HasExited => _keeper.HasExited;

    public int ExitCode => _keeper.ExitCode;

    /// <summary>The service's own process id.</summary>
    public Task<int> IdAsync() => _id.Task.WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Starts the service without waiting for it.</summary>
    /// <param name="before">Shell commands in the service's mount namespace, which is its own when there are any.</param>
    /// <param name="under">A program that starts the service, such as strace with its arguments.</param>
    /// <param name="program">The assembly and its arguments; null for Metadata.</param>
    public static MetadataProcess Launch(
        Uri address, IReadOnlyDictionary<string, string> settings, string? before = null, IReadOnlyList<string>? under = null,
        IReadOnlyList<string>? program = null)
    {
        string[] command =
        [
            .. before is null ? [] : Machine.OwnMounts, "sh", "-c", before is null ? Keeper : $"{before}\n{Keeper}", "sh",
            .. under ?? [], "dotnet", .. program ?? [typeof(Metadata.Data.Catalogue).Assembly.Location],
        ];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        return new MetadataProcess(Process.Start(start)!, address);
    }

    /// <summary>Waits until the service answers.</summary>
    public Task AnswersAsync() => Deadline.UntilAsync($"the service answers at {_address}", async () =>
        !HasExited ? await IsLiveAsync() : throw new InvalidOperationException($"It ended with code {ExitCode}:\n{Output}"),
        () => Output);

    /// <summary>Waits until it ends by itself.</summary>
    public async Task<int> EndAsync()
    {
        await Deadline.UntilAsync("the service ends by itself", () => HasExited, () => Output);
        // Also waits for the rest of the output.
        await _keeper.WaitForExitAsync();
        return ExitCode;
    }

    /// <summary>kill -9: nothing is flushed or told.</summary>
    public async Task KillAsync()
    {
        await SignalAsync("KILL");
        await _keeper.WaitForExitAsync();
        _keeper.StandardInput.Close();
    }

    /// <summary>Sends a signal to the service: STOP, CONT, KILL, TERM.</summary>
    public async Task SignalAsync(string signal)
    {
        var id = await IdAsync();
        if (!HasExited)
        {
            Machine.Run("kill", $"-{signal}", id.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A path as the service sees it, mounts of its own included.</summary>
    public async Task<string> SeenPathAsync(string path) => $"/proc/{await IdAsync()}/root{path}";

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        if (!HasExited)
        {
            await KillAsync();
        }

        _keeper.Dispose();
    }

    public async Task<bool> IsLiveAsync()
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(_address, "/health/live"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception noAnswer) when (noAnswer is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private void Note(string? line)
    {
        if (line?.StartsWith("pid ", StringComparison.Ordinal) == true)
        {
            _id.TrySetResult(int.Parse(line.AsSpan(4), CultureInfo.InvariantCulture));
        }
        else if (line is not null)
        {
            _output.Enqueue(line);
        }
    }
}
