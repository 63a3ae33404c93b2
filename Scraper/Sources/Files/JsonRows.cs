using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Scraper.Sources.Files;

/// <summary>Reads an array of objects, or one object per line (NDJSON).</summary>
internal static class JsonRows
{
    private static readonly JsonSerializerOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly JsonDocumentOptions StrictLine = new() { AllowDuplicateProperties = false };

    /// <exception cref="JsonException">The file is not a JSON array.</exception>
    public static async IAsyncEnumerable<FileRow> ReadArrayAsync(
        Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        await foreach (var item in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(stream, Strict, cancellationToken))
        {
            number++;
            yield return Row($"row {number}", item);
        }
    }

    public static async IAsyncEnumerable<FileRow> ReadLinesAsync(
        TextReader text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var number = 1; await text.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return ReadLine($"line {number}", line);
            }
        }
    }

    private static FileRow ReadLine(string place, string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, StrictLine);
            return Row(place, document.RootElement);
        }
        catch (JsonException malformed)
        {
            return FileRow.Unreadable(place, line, $"it is not JSON ({malformed.Message})");
        }
    }

    private static FileRow Row(string place, JsonElement item)
    {
        try
        {
            return ReadRow(place, item);
        }
        catch (InvalidOperationException)
        {
            return FileRow.Unreadable(place, item.Raw(), "the name of a value is no text");
        }
    }

    private static FileRow ReadRow(string place, JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return FileRow.Unreadable(place, item.Raw(), $"it is a {item.ValueKind}, not an object");
        }

        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var property in item.EnumerateObject())
        {
            if (Cells(property) is not { } cells)
            {
                return FileRow.Unreadable(place, item.Raw(), $"{property.Name} is {item.Describe(property.Name)}, not a value");
            }

            if (cells.Count > 0)
            {
                values[property.Name] = cells;
            }
        }

        var names = item.EnumerateObject().Select(property => property.Name).ToList();
        return FileColumns.WhatIsWrong(names) is { } problem
            ? FileRow.Unreadable(place, item.Raw(), problem)
            : new FileRow(place, values, item.Raw());
    }

    // Null where the value is none that a cell can hold.
    private static IReadOnlyList<string>? Cells(JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.Number => [property.Value.GetRawText()],
        JsonValueKind.String => property.Value.AsText()?.Trim() switch
        {
            null => null,
            "" => [],
            var text => FileColumns.Split(property.Name, text),
        },
        JsonValueKind.Array when FileColumns.HoldsSeveral(property.Name)
            && property.Value.EnumerateArray().All(item => item.AsText() is not null) =>
            [.. property.Value.EnumerateArray().Select(item => item.AsText()!.Trim()).Where(text => text.Length > 0)],
        _ => null,
    };
}
