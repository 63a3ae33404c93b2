using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Hosts;

/// <summary>The network between a client and a server on loopback, which can be cut, clogged and slowed down.</summary>
public sealed class TcpGate : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<Socket, bool> _open = [];
    private readonly int _behind;
    private volatile TaskCompletionSource _passage = new();
    private volatile bool _isCut;
    private TimeSpan _delay;
    private Timer? _flapping;

    /// <param name="behind">The port of the server.</param>
    public TcpGate(int behind)
    {
        _behind = behind;
        _listener.Start();
        Open();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Lets everything pass, what was held back first.</summary>
    public void Open()
    {
        _flapping?.Dispose();
        (_isCut, _delay) = (false, TimeSpan.Zero);
        _passage.TrySetResult();
    }

    /// <summary>Nothing passes and nobody is told: a black hole.</summary>
    public void Hold() => _passage = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Everything passes so much later, in each direction.</summary>
    public void Delay(TimeSpan delay) => _delay = delay;

    /// <summary>Ends all connections, and each new one at once.</summary>
    public void Cut()
    {
        _isCut = true;
        foreach (var socket in _open.Keys)
        {
            socket.Dispose();
        }
    }

    /// <summary>Is cut for so long, lets pass for so long, and so on.</summary>
    public void Flap(TimeSpan period)
    {
        var isOpen = true;
        _flapping = new Timer(_ =>
        {
            isOpen = !isOpen;
            _isCut = !isOpen;
            if (_isCut)
            {
                Cut();
            }
        }, null, TimeSpan.Zero, period);
    }

    public void Dispose()
    {
        _end.Cancel();
        _listener.Stop();
        Cut();
        Open();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync(_end.Token);
                _ = JoinAsync(client);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The gate is taken down.
        }
    }

    private async Task JoinAsync(Socket client)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using (client)
        {
            client.NoDelay = true;
            (_open[client], _open[server]) = (true, true);
            try
            {
                if (!_isCut)
                {
                    await server.ConnectAsync(IPAddress.Loopback, _behind);
                    await Task.WhenAny(CarryAsync(client, server), CarryAsync(server, client));
                }
            }
            catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
            {
                // An end is gone, and so the other is closed.
            }
            finally
            {
                _open.TryRemove(client, out _);
                _open.TryRemove(server, out _);
            }
        }
    }

    private async Task CarryAsync(Socket from, Socket to)
    {
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = await from.ReceiveAsync(buffer.AsMemory())) > 0)
        {
            await Task.Delay(_delay);
            await _passage.Task;
            for (var sent = 0; sent < count;)
            {
                sent += await to.SendAsync(buffer.AsMemory(sent, count - sent));
            }
        }
    }
}
