using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Scraper.Fetching;

namespace Scraper.Recording;

/// <summary>Reads a recording: its entries one after another, or one body from where it lies.</summary>
internal sealed class RecordingReader : IDisposable
{
    // A line holds an address and a few headers.
    private const int MaxLineBytes = 64 * 1024;

    private readonly FileStream _file;

    public RecordingReader(string path) => _file = new FileStream(
        path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Why the file could not be read to its end; null when it could.</summary>
    public string? Damage { get; private set; }

    /// <summary>What the file is a recording of; null when it is none, which <see cref="Damage"/> tells.</summary>
    public RecordingHead? ReadHead() => MemberLengthAt(0) is null
        ? null
        : Unpack(0, unpacked => JsonSerializer.Deserialize(Line(unpacked), RecordingJson.Readable.RecordingHead));

    /// <summary>Every answer and where it lies, up to the end or to where the file is torn.</summary>
    public IEnumerable<(long Offset, RecordedResponse Response)> List()
    {
        for (var offset = MemberLengthAt(0) ?? 0L; offset > 0 && offset < _file.Length;)
        {
            if (MemberLengthAt(offset) is not { } length
                || Unpack(offset, unpacked => Response(unpacked)) is not { } response)
            {
                yield break;
            }

            yield return (offset, response);
            offset += length;
        }
    }

    /// <summary>The answer that lies there; null when it is damaged, which <see cref="Damage"/> tells.</summary>
    public (RecordedResponse Response, byte[] Body)? Read(long offset) => MemberLengthAt(offset) is null
        ? null
        : Unpack<(RecordedResponse, byte[])?>(offset, unpacked =>
        {
            var response = Response(unpacked);
            var body = new byte[response.Bytes];
            unpacked.ReadExactly(body);
            return Convert.ToHexStringLower(SHA256.HashData(body)) == response.Hash
                ? (response, body)
                : throw new InvalidDataException("the body is not the one that was recorded");
        });

    public void Dispose() => _file.Dispose();

    private int? MemberLengthAt(long offset)
    {
        Span<byte> head = stackalloc byte[RecordingEntry.HeadLength];
        _file.Position = offset;
        var read = _file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (RecordingEntry.MemberLength(head[..read]) is { } length && offset + length <= _file.Length)
        {
            return length;
        }

        Damage = Named(offset, "no whole entry begins here");
        return null;
    }

    private T? Unpack<T>(long offset, Func<Stream, T?> read)
    {
        _file.Position = offset;
        using var gzip = new GZipStream(_file, CompressionMode.Decompress, leaveOpen: true);
        try
        {
            return read(gzip);
        }
        catch (Exception torn) when (torn is InvalidDataException or EndOfStreamException or JsonException)
        {
            Damage = Named(offset, torn.Message);
            return default;
        }
    }

    private string Named(long offset, string what) => $"{_file.Name} is damaged at byte {offset}: {what}.";

    private static RecordedResponse Response(Stream unpacked) =>
        JsonSerializer.Deserialize(Line(unpacked), RecordingJson.Readable.RecordedResponse) is { Bytes: >= 0 and <= BoundedBody.MaxBytes } response
            ? response
            : throw new InvalidDataException("the entry names no length");

    private static byte[] Line(Stream unpacked)
    {
        using var line = new MemoryStream();
        for (var next = unpacked.ReadByte(); next != '\n'; next = unpacked.ReadByte())
        {
            if (next < 0 || line.Length == MaxLineBytes)
            {
                throw new InvalidDataException("the line of the entry does not end");
            }

            line.WriteByte((byte)next);
        }

        return line.ToArray();
    }
}
