using System.Globalization;
using Faults.Rig;
using Hosts;
using Metadata.Client;
using Microsoft.AspNetCore.Http;

namespace Faults.Scheduling;

/// <summary>Stands before Metadata, hands one write on at a time, and notes under which lease it came and what the answer
/// was: the order noted is the order written.</summary>
internal sealed class WriteFront : IAsyncDisposable
{
    private readonly HttpClient _behind;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly List<SeenWrite> _writes = [];
    private TaskCompletionSource? _held;
    private TaskCompletionSource? _release;

    private WriteFront(Uri metadata) => _behind = Installation.NewClient(metadata);

    public StubHost Host { get; private set; } = null!;

    /// <summary>What was answered so far, in order.</summary>
    public IReadOnlyList<SeenWrite> Writes
    {
        get
        {
            lock (_writes)
            {
                return [.. _writes];
            }
        }
    }

    public static async Task<WriteFront> StartAsync(Uri metadata)
    {
        var front = new WriteFront(metadata);
        front.Host = await StubHost.StartAsync(front.AnswerAsync);
        return front;
    }

    /// <summary>The next write does not reach Metadata until it is let go.</summary>
    /// <returns>Completes when a write is held.</returns>
    public Task HoldNext()
    {
        (_held, _release) = (new(TaskCreationOptions.RunContinuationsAsynchronously), new(TaskCreationOptions.RunContinuationsAsynchronously));
        return _held.Task;
    }

    public void LetGo() => _release!.SetResult();

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        _behind.Dispose();
        _turn.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (_held is { } held && context.Request.Method == "PUT" && held.TrySetResult())
        {
            await _release!.Task;
        }

        await _turn.WaitAsync();
        try
        {
            await HandOnAsync(context, body.ToArray());
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task HandOnAsync(HttpContext context, byte[] body)
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(context.Request.Method), $"{context.Request.Path}{context.Request.QueryString}");
        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new("application/json");
        }

        foreach (var name in new[] { WriterLease.NameHeader, WriterLease.FencingHeader, "Idempotency-Key", "X-Actor" })
        {
            request.Headers.TryAddWithoutValidation(name, context.Request.Headers[name].ToString());
        }

        using var answer = await _behind.SendAsync(request);
        var text = await answer.Content.ReadAsByteArrayAsync();
        if (context.Request.Headers[WriterLease.NameHeader].ToString() is { Length: > 0 } lease)
        {
            lock (_writes)
            {
                _writes.Add(new SeenWrite(
                    lease, long.Parse(context.Request.Headers[WriterLease.FencingHeader].ToString(), CultureInfo.InvariantCulture),
                    (int)answer.StatusCode));
            }
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await context.Response.Body.WriteAsync(text);
    }
}

internal sealed record SeenWrite(string Lease, long Fencing, int Status);
