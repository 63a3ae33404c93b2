using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Benchmarks.Load;

/// <summary>One keep-alive connection that sends prepared bytes and finds where the answer ends, no more. The generator
/// shares the machine with what it measures: what it saves, the service has.</summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[64 * 1024];
    private int _length;

    public HttpConnection(IPEndPoint address) => _socket.Connect(address);

    /// <param name="client">Which of many clients it comes from: loopback has an address for each.</param>
    public HttpConnection(IPEndPoint address, int client)
    {
        _socket.Bind(new IPEndPoint(new IPAddress([127, 0, 1, (byte)(1 + client)]), 0));
        _socket.Connect(address);
    }

    public HttpAnswer Send(ReadOnlySpan<byte> request)
    {
        for (var sent = 0; sent < request.Length;)
        {
            sent += _socket.Send(request[sent..]);
        }

        _length = 0;
        var head = Until("\r\n\r\n"u8, 0) + 4;
        var headers = _buffer.AsSpan(0, head);
        var status = Number(headers["HTTP/1.1 ".Length..], 'D');
        var body = headers.IndexOf("\r\nTransfer-Encoding: chunked\r\n"u8) >= 0
            ? Chunked(head)
            : Counted(head, ContentLength(headers));
        return new HttpAnswer(status, body);
    }

    public void Dispose() => _socket.Dispose();

    private ReadOnlySpan<byte> Counted(int from, int length)
    {
        while (_length < from + length)
        {
            Receive();
        }

        return _buffer.AsSpan(from, length);
    }

    // Chunks are moved together in place: sizes and line ends go.
    private ReadOnlySpan<byte> Chunked(int from)
    {
        for (int at = from, end = from; ;)
        {
            var sizeEnd = Until("\r\n"u8, at);
            var size = Number(_buffer.AsSpan(at, sizeEnd - at), 'x');
            var chunk = sizeEnd + 2;
            Counted(chunk, size + 2);
            if (size == 0)
            {
                return _buffer.AsSpan(from, end - from);
            }

            _buffer.AsSpan(chunk, size).CopyTo(_buffer.AsSpan(end));
            end += size;
            at = chunk + size + 2;
        }
    }

    private static int ContentLength(ReadOnlySpan<byte> headers)
    {
        var name = "\r\nContent-Length: "u8;
        var at = headers.IndexOf(name);
        return at >= 0 ? Number(headers[(at + name.Length)..], 'D') : throw new InvalidDataException(
            $"The answer tells no length: {Encoding.ASCII.GetString(headers)}");
    }

    private static int Number(ReadOnlySpan<byte> text, char format) =>
        Utf8Parser.TryParse(text, out int number, out _, format) ? number : throw new InvalidDataException(
            $"The answer has no number where one belongs: {Encoding.ASCII.GetString(text)}");

    private int Until(ReadOnlySpan<byte> mark, int from)
    {
        for (; ; )
        {
            var at = _buffer.AsSpan(from, _length - from).IndexOf(mark);
            if (at >= 0)
            {
                return from + at;
            }

            Receive();
        }
    }

    private void Receive()
    {
        if (_length == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var received = _socket.Receive(_buffer.AsSpan(_length));
        _length += received > 0 ? received : throw new IOException("The service hung up before its answer ended.");
    }
}
