using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Metadata.Backup;

/// <summary>A file handed in, kept on disk until it is disposed of: it is looked through to its end before anything is
/// changed, and a slow sender keeps no writer waiting.</summary>
internal sealed class BackupFile : IAsyncDisposable
{
    private readonly FileStream _file;

    private BackupFile(FileStream file) => _file = file;

    /// <param name="directory">Where there is room for it.</param>
    public static async Task<BackupFile> KeepAsync(Stream body, string directory, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(directory);
        var file = new BackupFile(new FileStream(
            Path.Combine(directory, $"restore-{Guid.NewGuid():n}.tmp"), FileMode.CreateNew, FileAccess.ReadWrite,
            FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous));
        try
        {
            await body.CopyToAsync(file._file, cancellationToken);
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>The header, when the file is whole.</summary>
    /// <exception cref="BackupException">It is no backup, cut off or damaged, or of a newer version.</exception>
    public async Task<BackupHeader> CheckAsync(int schema, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        BackupHeader? header = null;
        string? last = null;
        await foreach (var line in LinesAsync(cancellationToken))
        {
            if (last is not null)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(last));
                hash.AppendData("\n"u8);
            }

            header ??= Header(line, schema);
            last = line;
        }

        var footer = header is null ? null : Footer(last!);
        return footer is null ? throw new BackupException("The file ends too early: it was cut off on its way. Fetch or send it again.")
            : footer.Sha256 != Convert.ToHexStringLower(hash.GetHashAndReset())
                ? throw new BackupException("The file is damaged: its checksum is not that of its contents. Use another backup.")
            : header!;
    }

    /// <summary>The lines, decompressed.</summary>
    /// <exception cref="BackupException">It is not compressed by gzip, or damaged.</exception>
    public async IAsyncEnumerable<string> LinesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _file.Position = 0;
        await using var plain = new GZipStream(_file, CompressionMode.Decompress, leaveOpen: true);
        using var lines = new StreamReader(plain, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, 64 * 1024);
        while (await NextAsync(lines, cancellationToken) is { } line)
        {
            yield return line;
        }
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private static async Task<string?> NextAsync(StreamReader lines, CancellationToken cancellationToken)
    {
        try
        {
            return await lines.ReadLineAsync(cancellationToken);
        }
        catch (InvalidDataException broken)
        {
            throw new BackupException($"The file is no backup of a catalogue, or damaged ({broken.Message}). "
                + "Send a file that GET /api/v1/backup has given, as it is.", broken);
        }
    }

    private static BackupHeader Header(string line, int schema)
    {
        BackupHeader? header = null;
        try
        {
            header = JsonSerializer.Deserialize(line, BackupJson.Default.BackupHeader);
        }
        catch (JsonException)
        {
            // Any compressed file may come; what it is not is said below.
        }

        return header?.Format != BackupFormat.Name || header.Counts is null
            ? throw new BackupException("The file is no backup of a catalogue: it does not begin with its header.")
            : header.Schema > schema
                ? throw new BackupException($"The backup is of a newer version (schema {header.Schema}; this version "
                    + $"knows {schema}). Restore it with that version.")
            : header;
    }

    private static BackupFooter? Footer(string line)
    {
        try
        {
            return line.StartsWith('{') && JsonSerializer.Deserialize(line, BackupJson.Default.BackupFooter) is { Sha256: not null } footer
                ? footer
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Why a file cannot be restored, as the caller is told.</summary>
internal sealed class BackupException(string message, Exception? inner = null) : Exception(message, inner);
