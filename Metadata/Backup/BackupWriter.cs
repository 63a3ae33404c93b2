using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Metadata.Backup;

/// <summary>Writes the lines of a backup.</summary>
internal sealed class BackupWriter : IAsyncDisposable
{
    private const int BufferBytes = 256 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly ArrayBufferWriter<byte> _buffer = new(BufferBytes);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly GZipStream _file;
    private readonly Utf8JsonWriter _json;

    public BackupWriter(Stream file)
    {
        _file = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true);
        _json = new Utf8JsonWriter(_buffer, Options);
    }

    public Task WriteAsync<T>(T line, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        WriteAsync(json => JsonSerializer.Serialize(json, line, type), cancellationToken);

    public async Task WriteAsync(Action<Utf8JsonWriter> line, CancellationToken cancellationToken)
    {
        line(_json);
        _json.Flush();
        _json.Reset();
        _buffer.Write("\n"u8);
        if (_buffer.WrittenCount >= BufferBytes)
        {
            await FlushAsync(cancellationToken);
        }
    }

    /// <summary>Writes the footer. Without it a file is taken for cut off.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        var footer = new BackupFooter(Convert.ToHexStringLower(_hash.GetHashAndReset()));
        await WriteAsync(footer, BackupJson.Default.BackupFooter, cancellationToken);
        await FlushAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _json.DisposeAsync();
        await _file.DisposeAsync();
        _hash.Dispose();
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        _hash.AppendData(_buffer.WrittenSpan);
        await _file.WriteAsync(_buffer.WrittenMemory, cancellationToken);
        _buffer.ResetWrittenCount();
    }
}
