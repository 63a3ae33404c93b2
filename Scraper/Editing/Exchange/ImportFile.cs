using System.Text;
using System.Text.Unicode;

namespace Scraper.Editing.Exchange;

/// <summary>Opens a file of films and finds out what it is.</summary>
internal static class ImportFile
{
    /// <exception cref="UsageException">There is no such file.</exception>
    /// <exception cref="ImportException">It is neither a table nor JSON of films.</exception>
    public static async Task<ImportedFilms> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var bytes = await LoadAsync(path, cancellationToken);
        var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var content = bytes.AsMemory(start);
        if (!Utf8.IsValid(content.Span))
        {
            var line = LineOfForeignByte(content.Span);
            throw new ImportException(line, 1, "the file is not UTF-8 here. Save it as \"CSV UTF-8\".");
        }

        return content.Span.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..]
            ? JsonFilms.Read(content.ToArray())
            : CsvFilms.Read(Encoding.UTF8.GetString(content.Span));
    }

    private static async Task<byte[]> LoadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The file {path} cannot be read ({unreadable.Message}). Check the path and its permissions.");
        }
    }

    private static int LineOfForeignByte(ReadOnlySpan<byte> content)
    {
        var line = 1;
        foreach (var range in content.Split((byte)'\n'))
        {
            if (!Utf8.IsValid(content[range]))
            {
                break;
            }

            line++;
        }

        return line;
    }
}
