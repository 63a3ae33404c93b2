using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Scraper.Journal;
using Scraper.Sources.Sites.Definitions;
using Scraper.Sources.Sites.Extracting;

namespace Scraper.Sources.Sites;

/// <summary>What the items' own pages said, so that they need not be asked for again: one file per site, a line per
/// reading, the last one counts. It only saves requests; without it everything is read anew.</summary>
internal sealed class SiteMemory
{
    // They differ on every visit, and no film's page is worth asking for because of them.
    private static readonly string[] Restless = ["views", "rating"];

    private readonly string _path;
    private readonly SiteDetail _detail;
    private readonly string _rules;
    private readonly Dictionary<string, SiteMemoryLine> _lines = new(StringComparer.Ordinal);

    private SiteMemory(string path, SiteDetail detail)
    {
        (_path, _detail) = (path, detail);
        _rules = Hash(detail.Fields.Select(rule =>
            $"{rule.Name} {string.Join(' ', rule.Places)} {rule.Many} {string.Join(" | ", rule.Filters.Select(filter => filter.Text))}"));
    }

    public static SiteMemory Open(DataDirectory directory, SiteDefinition site)
    {
        var folder = Path.Combine(directory.Path, "sites");
        var memory = new SiteMemory(Path.Combine(folder, $"{site.Id}.details.ndjson"), site.Detail!);
        if (File.Exists(memory._path))
        {
            foreach (var line in File.ReadLines(memory._path))
            {
                memory.Take(line);
            }
        }

        return memory;
    }

    /// <summary>What an item's page said; null when it has to be asked.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Find(SiteRecord record) =>
        _lines.TryGetValue(record.Key!, out var line) && line.Rules == _rules
        && (_detail.When == DetailWhen.New || line.Listed == HashOf(record))
            ? line.Values.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)pair.Value, StringComparer.Ordinal)
            : null;

    /// <summary>Whether the listing says something else of an item than it did; null for one that was not read before.</summary>
    public bool? HasChanged(SiteRecord record) =>
        _lines.TryGetValue(record.Key!, out var line) && line.Rules == _rules ? line.Listed != HashOf(record) : null;

    public async Task KeepAsync(SiteRecord record, SiteRecord details, CancellationToken cancellationToken)
    {
        var line = new SiteMemoryLine(record.Key!, _rules, HashOf(record), SiteJson.Plain(details.Values));
        _lines[line.Key] = line;
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        await File.AppendAllTextAsync(
            _path, $"{JsonSerializer.Serialize(line, SiteJson.Default.SiteMemoryLine)}\n", cancellationToken);
    }

    private void Take(string text)
    {
        try
        {
            if (JsonSerializer.Deserialize(text, SiteJson.Default.SiteMemoryLine) is { } line)
            {
                _lines[line.Key] = line;
            }
        }
        catch (JsonException)
        {
            // The line that a killed process was writing: its item is asked for again.
        }
    }

    private static string HashOf(SiteRecord record) => Hash(record.Values
        .Where(pair => !Restless.Contains(pair.Key, StringComparer.Ordinal))
        .OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => $"{pair.Key}={string.Join('\u001F', pair.Value)}"));

    private static string Hash(IEnumerable<string> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts))))[..32];
}

/// <param name="Rules">Which rules read it.</param>
/// <param name="Listed">What the listing said then.</param>
internal sealed record SiteMemoryLine(string Key, string Rules, string Listed, Dictionary<string, string[]> Values);
