using System.Security.Cryptography;
using System.Text.Json;
using Scraper.Fetching;

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

    /// <returns>Where in the file it lies; null for an answer that repeats a secret of its address, which is kept
    /// nowhere.</returns>
    public long? Append(FetchRequest request, FetchedBody answer, DateTimeOffset at, bool isHeld)
    {
        if (SecretMask.IsIn(request.Url, answer.Body))
        {
            return null;
        }

        var offset = Length;
        var hash = Convert.ToHexStringLower(SHA256.HashData(answer.Body));
        var response = RecordedResponse.Of(request, answer, hash, at) with { IsHeld = isHeld };
        Write(JsonSerializer.SerializeToUtf8Bytes(response, RecordingJson.Readable.RecordedResponse), answer.Body);
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
