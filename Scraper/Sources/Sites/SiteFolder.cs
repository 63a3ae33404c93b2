using System.Text.Json;
using Scraper.Sources.Sites.Definitions;
using Scraper.Sources.Sites.Sampling;

namespace Scraper.Sources.Sites;

/// <summary>A definition as it lies in its file.</summary>
/// <param name="Name">Its id; where that cannot be read, the file's name.</param>
/// <param name="Definition">Null when it cannot be read at all.</param>
/// <param name="Problems">Empty when the definition is sound and its samples give what they must.</param>
internal sealed record LoadedSite(
    string File, string Name, SiteDefinition? Definition, IReadOnlyList<DefinitionProblem> Problems)
{
    public bool IsSound => Problems.Count == 0;
}

/// <summary>The definitions of a directory: each "*.json" in it, and "site.json" in its folders.</summary>
internal sealed class SiteFolder(IReadOnlyList<LoadedSite> sites)
{
    private const string SchemaEnding = ".schema.json";
    private const string NameInFolder = "site.json";
    private const int MaxBytes = 1024 * 1024;

    public IReadOnlyList<LoadedSite> Sites { get; } = sites;

    public static SiteFolder Empty { get; } = new([]);

    public static SiteFolder Load(string directory, TimeProvider clock)
    {
        var sites = FilesIn(directory).Select(file => LoadFile(file, clock)).ToList();
        // Expected records may lie beside the definition that they belong to.
        var expected = sites.Where(site => site.Definition is not null)
            .SelectMany(site => site.Definition!.Samples.Select(sample => SampleProblems.Beside(site.File, sample.Expect)))
            .ToHashSet(StringComparer.Ordinal);
        return new SiteFolder([.. WithoutTwins(sites.Where(site => !expected.Contains(site.File)))]);
    }

    public static LoadedSite LoadFile(string file, TimeProvider clock)
    {
        var name = Path.GetFileNameWithoutExtension(file).ToLowerInvariant();
        var size = new FileInfo(file).Length;
        if (size > MaxBytes)
        {
            return new LoadedSite(file, name, Definition: null, [new DefinitionProblem(
                file, 1, 1, "$", $"The file has {size} bytes, and a definition at most {MaxBytes}.")]);
        }

        var bytes = File.ReadAllBytes(file);
        var (definition, problems) = SiteDefinitionReader.Read(file, bytes);
        return definition is null
            ? new LoadedSite(file, IdIn(bytes) ?? name, Definition: null, problems)
            : new LoadedSite(file, definition.Id, definition, SampleCheck.Run(definition, file, clock));
    }

    private static IEnumerable<string> FilesIn(string directory) => Directory.EnumerateFiles(directory, "*.json")
        .Where(file => !file.EndsWith(SchemaEnding, StringComparison.OrdinalIgnoreCase))
        .Concat(Directory.EnumerateDirectories(directory)
            .Select(folder => Path.Combine(folder, NameInFolder)).Where(File.Exists))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<LoadedSite> WithoutTwins(IEnumerable<LoadedSite> sites) =>
        from same in sites.GroupBy(site => site.Name, StringComparer.OrdinalIgnoreCase)
        let first = same.First()
        let others = same.Skip(1).Select(site => site.File).ToList()
        select others.Count == 0 ? first : first with
        {
            Problems =
            [
                .. first.Problems,
                new DefinitionProblem(first.File, 1, 1, "$.id", $"\"{first.Name}\" is the id in {string.Join(", ", others)} too. Give each its own."),
            ],
        };

    private static string? IdIn(byte[] bytes)
    {
        try
        {
            var root = PlacedJson.Parse(bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes);
            return root.Members.FirstOrDefault(member => member.Name == "id")?.Value.Text is { Length: > 0 and <= 32 } id
                && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-') ? id : null;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
