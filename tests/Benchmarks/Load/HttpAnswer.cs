using System.Text;

namespace Benchmarks.Load;

/// <summary>An answer in the connection's own buffer: to be looked at before the next request.</summary>
internal readonly ref struct HttpAnswer(int status, ReadOnlySpan<byte> body)
{
    public ReadOnlySpan<byte> Body { get; } = body;

    /// <exception cref="InvalidOperationException">The service refused; how fast it does so is no figure.</exception>
    public HttpAnswer OrThrow(ReadOnlySpan<byte> request)
    {
        if (status == 200)
        {
            return this;
        }

        var line = Encoding.ASCII.GetString(request[..request.IndexOf((byte)'\r')]);
        var said = Encoding.UTF8.GetString(Body[..Math.Min(Body.Length, 500)]);
        throw new InvalidOperationException($"{line} was answered with {status}: {said}");
    }

    public bool Succeeded => status == 200;
}
