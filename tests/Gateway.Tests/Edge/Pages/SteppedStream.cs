using Microsoft.AspNetCore.Http;

namespace Gateway.Tests.Edge.Pages;

/// <summary>An answer that comes in pieces and stops after so many of them until it is told to go on.</summary>
internal sealed class SteppedStream(string body, int pieceLength)
{
    private TaskCompletionSource _stopped = new();
    private TaskCompletionSource _goOn = new();
    private int _pieces;

    /// <summary>Completes when the answer has stopped.</summary>
    public Task Stopped => _stopped.Task;

    public void StopAfter(int pieces) => (_pieces, _stopped, _goOn) = (
        pieces,
        new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously),
        new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    public void GoOn() => _goOn.TrySetResult();

    public async Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = StubMetadata.Json;
        for (var piece = 0; piece * pieceLength < body.Length; piece++)
        {
            if (piece == _pieces)
            {
                await context.Response.Body.FlushAsync();
                _stopped.TrySetResult();
                await _goOn.Task;
            }

            await context.Response.WriteAsync(body.Substring(piece * pieceLength, pieceLength));
            await context.Response.Body.FlushAsync();
        }
    }
}
