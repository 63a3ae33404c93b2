using System.Text;
using System.Text.Json;

namespace Scraper.Sources.Files;

/// <summary>Opens a file of films and reads it row by row, whatever its form. It is never held in memory as a whole.</summary>
internal sealed class FileRows : IAsyncDisposable
{
    private readonly string _path;
    private readonly FileStream _stream;
    private readonly StreamReader _text;
    private readonly IAsyncEnumerator<FileRow> _rows;

    private FileRows(string path, FileStream stream, CancellationToken cancellationToken)
    {
        _path = path;
        _stream = stream;
        _text = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
        var rows = Extension(path) switch
        {
            ".csv" => DelimitedRows.ReadAsync(_text, ',', cancellationToken),
            ".tsv" => DelimitedRows.ReadAsync(_text, '\t', cancellationToken),
            ".json" => JsonRows.ReadArrayAsync(stream, cancellationToken),
            ".ndjson" or ".jsonl" => JsonRows.ReadLinesAsync(_text, cancellationToken),
            var other => throw Broken(
                path, $"the ending \"{other}\" is unknown. Use .csv, .tsv, .json, .ndjson or .jsonl", inner: null),
        };
        _rows = rows.GetAsyncEnumerator(cancellationToken);
    }

    /// <exception cref="SourceException">The file cannot be opened, or its form is unknown.</exception>
    public static FileRows Open(string path, CancellationToken cancellationToken)
    {
        try
        {
            return new FileRows(path, File.OpenRead(path), cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw Broken(path, $"it cannot be opened ({unreadable.Message}). Check the path and its permissions", unreadable);
        }
    }

    /// <summary>The next row; null at the end.</summary>
    /// <exception cref="SourceException">The file cannot be read on; the message says where.</exception>
    public async Task<FileRow?> NextAsync()
    {
        try
        {
            return await _rows.MoveNextAsync() ? _rows.Current : null;
        }
        catch (DecoderFallbackException foreign)
        {
            throw Broken(_path, "it is not UTF-8. Save it as UTF-8", foreign);
        }
        catch (JsonException malformed)
        {
            throw Broken(_path, $"it is not a JSON list of films ({malformed.Message})", malformed);
        }
        catch (Exception malformed) when (malformed is FormatException or IOException)
        {
            throw Broken(_path, malformed.Message.TrimEnd('.'), malformed);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _rows.DisposeAsync();
        _text.Dispose();
        await _stream.DisposeAsync();
    }

    private static string Extension(string path) => Path.GetExtension(path).ToLowerInvariant();

    private static SourceException Broken(string path, string what, Exception? inner) => new(
        SourceFailure.Contract, $"The file {Path.GetFullPath(path)} cannot be read: {what}.", inner);
}
