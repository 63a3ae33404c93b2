using System.Text.Json;
using System.Text.Json.Serialization;

namespace Metadata.Backup;

/// <summary>The file of a backup: lines of JSON, compressed. First a header; then for each table a line with its name and
/// columns, and a line with the values of each row; last a footer with the checksum of all lines before. The values are
/// the same whichever database wrote them.</summary>
internal static class BackupFormat
{
    public const string Name = "onlinecinema-catalogue";
    public const string ContentType = "application/gzip";
}

/// <param name="Schema">How many migrations the database had that it was taken from.</param>
/// <param name="Revision">How far the catalogue had come.</param>
/// <param name="Counts">Rows by table.</param>
internal sealed record BackupHeader(string Format, int Schema, long Revision, IReadOnlyDictionary<string, long> Counts);

internal sealed record BackupSection(string Table, IReadOnlyList<string> Columns);

/// <param name="Sha256">Of every byte before this line, hexadecimal.</param>
internal sealed record BackupFooter(string Sha256);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(BackupHeader))]
[JsonSerializable(typeof(BackupSection))]
[JsonSerializable(typeof(BackupFooter))]
internal sealed partial class BackupJson : JsonSerializerContext;
