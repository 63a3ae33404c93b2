using Scraper.Fetching;

namespace Scraper.Recording;

/// <summary>The answers of one recording, found by address. The last one counts, and one that would have been asked for
/// again only where there is no other.</summary>
internal sealed class RecordedAnswers : IDisposable
{
    private readonly List<RecordingReader> _readers = [];
    private readonly Dictionary<string, (RecordingReader Reader, long Offset, bool IsFinal)> _answers =
        new(StringComparer.Ordinal);

    private RecordedAnswers(RecordingHead head) => Head = head;

    public RecordingHead Head { get; }

    public int Count => _answers.Count;

    /// <summary>What of the files could not be read so far.</summary>
    public IEnumerable<string> Damages => _readers.Select(reader => reader.Damage).OfType<string>();

    /// <summary>Opens the files of a recording, in the order written. One that is torn or no recording gives what it
    /// has.</summary>
    /// <returns>Null when none of them says what it is a recording of.</returns>
    public static RecordedAnswers? Open(IEnumerable<string> paths)
    {
        var readers = paths.Select(path => new RecordingReader(path)).ToList();
        if (readers.Select(reader => reader.ReadHead()).OfType<RecordingHead>().FirstOrDefault() is not { } head)
        {
            readers.ForEach(reader => reader.Dispose());
            return null;
        }

        var answers = new RecordedAnswers(head);
        readers.ForEach(answers.Add);
        return answers;
    }

    /// <summary>Null when there is none, or it is damaged.</summary>
    public HeldAnswer? Find(Uri url) =>
        _answers.TryGetValue(SecretMask.Of(url), out var found) && found.Reader.Read(found.Offset) is { } entry
            ? new HeldAnswer(entry.Response, entry.Body)
            : null;

    public void Dispose() => _readers.ForEach(reader => reader.Dispose());

    private void Add(RecordingReader reader)
    {
        _readers.Add(reader);
        foreach (var (offset, response) in reader.List())
        {
            var isFinal = !RetryRules.MayPass((System.Net.HttpStatusCode)response.Status);
            if (isFinal || !_answers.TryGetValue(response.Url, out var before) || !before.IsFinal)
            {
                _answers[response.Url] = (reader, offset, isFinal);
            }
        }
    }
}
