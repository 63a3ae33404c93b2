using System.Collections.Concurrent;
using Faults.Rig;

namespace Faults.Durability;

/// <summary>Neighbours that send batches without pause, each repeating a batch under its key until it is answered, and
/// that keep a journal of what was answered.</summary>
internal sealed class Writers(Api api, int count)
{
    private readonly ConcurrentQueue<(Batch Batch, string Answer)> _acknowledged = new();
    private readonly ConcurrentQueue<Answer> _refusals = new();
    private volatile bool _stopped;
    private Task _writing = Task.CompletedTask;

    /// <summary>What was answered with success, in that order.</summary>
    public IReadOnlyCollection<(Batch Batch, string Answer)> Acknowledged => _acknowledged;

    /// <summary>What was answered without success.</summary>
    public IReadOnlyCollection<Answer> Refusals => _refusals;

    public void Start() => _writing = Task.WhenAll(Enumerable.Range(0, count).Select(WriteAsync));

    /// <summary>Waits for so many more answers than there are.</summary>
    public Task MoreAsync(int answers)
    {
        var until = _acknowledged.Count + answers;
        return Deadline.UntilAsync($"{until} batches are answered", () => _acknowledged.Count >= until || _writing.IsFaulted);
    }

    /// <summary>Lets every writer end the batch it has begun.</summary>
    public async Task StopAsync()
    {
        _stopped = true;
        await _writing;
    }

    private async Task WriteAsync(int writer)
    {
        for (var number = 0; !_stopped; number++)
        {
            var batch = Batch.Of($"w{(char)('a' + writer)}", number);
            Answer? answer = null;
            await Deadline.UntilAsync($"batch {batch.Key} is answered", async () =>
            {
                answer = await api.PutAsync(batch);
                if (answer is { Status: not 200 })
                {
                    _refusals.Enqueue(answer);
                }

                return answer?.Status == 200;
            }, () => $"The last answer was {answer}");
            _acknowledged.Enqueue((batch, answer!.Body));
        }
    }
}
