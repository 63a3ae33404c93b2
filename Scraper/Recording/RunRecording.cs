using System.Net;
using Scraper.Fetching;
using Scraper.Journal;

namespace Scraper.Recording;

/// <summary>What one run keeps of its hosts' answers. A disk that refuses ends the recording, never the run.</summary>
internal sealed partial class RunRecording(
    RecordingHead head, RecordingFolder folder, RecordingLimits limits, HeldAnswers held, TimeProvider clock,
    ILogger logger) : IDisposable
{
    // Looking at the folder after every answer would cost more than keeping it.
    private const int LooksPerLimit = 32;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, FetchedUrl> _fetched = new(StringComparer.Ordinal);
    private RecordingWriter? _writer;
    private bool _isOver;
    private bool? _mayHold;
    private long _looked;

    /// <summary>The way of the run's requests.</summary>
    public IExchange Through(IExchange hosts) => limits.IsRecording ? new RecordingExchange(hosts, this) : hosts;

    /// <summary>The answers with validators since the last time, to be remembered with the page they belong to.</summary>
    public IReadOnlyList<FetchedUrl> TakeFetched()
    {
        lock (_lock)
        {
            List<FetchedUrl> taken = [.. _fetched.Values];
            _fetched.Clear();
            return taken;
        }
    }

    public async Task<HeldAnswer?> FindHeldAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        _mayHold ??= await held.AnyAsync(head.Source, cancellationToken);
        return _mayHold.Value ? await held.FindAsync(head.Source, request, cancellationToken) : null;
    }

    public async Task KeepAsync(
        FetchRequest request, FetchedBody answer, bool isHeld, CancellationToken cancellationToken)
    {
        bool isTimeToLook;
        lock (_lock)
        {
            Append(request, answer, isHeld);
            isTimeToLook = _writer is { } writer && writer.Length - _looked > limits.MaxBytes / LooksPerLimit;
            _looked = isTimeToLook ? _writer!.Length : _looked;
        }

        if (isTimeToLook)
        {
            await limits.ApplyAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isOver = true;
            _writer?.Dispose();
        }
    }

    private void Append(FetchRequest request, FetchedBody answer, bool isHeld)
    {
        if (_isOver)
        {
            return;
        }

        try
        {
            _writer ??= folder.Create(head);
            if (_writer.Append(request, answer, clock.GetUtcNow(), isHeld) is { } offset)
            {
                Remember(request, answer, offset);
            }

            if (_writer.Length > limits.MaxBytes)
            {
                LogFull(head.RunId, _writer.Length);
                _isOver = true;
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            LogRefused(refused, head.RunId);
            _isOver = true;
        }
    }

    private void Remember(FetchRequest request, FetchedBody answer, long offset)
    {
        if (answer is not { Status: HttpStatusCode.OK, Validators: { } validators })
        {
            return;
        }

        var key = HeldAnswers.KeyOf(request);
        _fetched[key] = new FetchedUrl
        {
            Source = head.Source,
            Key = key,
            ETag = validators.ETag,
            LastModified = validators.LastModified,
            File = _writer!.Name,
            Offset = offset,
        };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {Run} is recorded no further: it alone takes {Bytes} bytes, all that Recording:MaxMegabytes allows.")]
    private partial void LogFull(int run, long bytes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {Run} is recorded no further; it goes on, and cannot be replayed in full.")]
    private partial void LogRefused(Exception exception, int run);
}
