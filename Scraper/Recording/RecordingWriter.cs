using System.Text.Json;

namespace Scraper.Recording;

/// <summary>Appends answers to a file. Each is written whole or, when the machine stops in the middle, not readable.</summary>
internal sealed class RecordingWriter : IDisposable
{
    private readonly FileStream _file;

    /// <param name="path">Must not exist: a file has one writer, and nobody writes behind a torn end.</param>
    public RecordingWriter(string path, RecordingHead head)
    {
        Name = Path.GetFileName(path);
        // Unbuffered: an entry is one write, and nothing of it waits in this process.
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        Write(JsonSerializer.SerializeToUtf8Bytes(head, RecordingJson.Readable.RecordingHead), []);
    }

    public string Name { get; }

    public long Length { get; private set; }

    /// <returns>Where in the file it lies.</returns>
    public long Append(RecordedResponse response, ReadOnlySpan<byte> body)
    {
        var offset = Length;
        Write(JsonSerializer.SerializeToUtf8Bytes(response, RecordingJson.Readable.RecordedResponse), body);
        return offset;
    }

    public void Dispose() => _file.Dispose();

    private void Write(ReadOnlySpan<byte> line, ReadOnlySpan<byte> body)
    {
        var member = RecordingEntry.Pack(line, body);
        _file.Write(member);
        Length += member.Length;
    }
}
