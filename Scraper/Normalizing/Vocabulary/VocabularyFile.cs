using System.Reflection;

namespace Scraper.Normalizing.Vocabulary;

/// <summary>
/// Reads the tables embedded beside this file: a header line, then one term a line, columns parted by tabs.
/// </summary>
internal static class VocabularyFile
{
    public const string ResourcePrefix = "vocabulary/";

    /// <summary>Names of all tables in the assembly.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Select(name => name[ResourcePrefix.Length..])
            .Order(StringComparer.Ordinal),
    ];

    public static IReadOnlyList<string[]> Rows(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(ResourcePrefix + name)
            ?? throw new InvalidOperationException(
                $"The assembly holds no vocabulary '{name}'. Check EmbeddedResource in Scraper.csproj.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        return [.. lines.Skip(1).Select(line => line.Split('\t'))];
    }

    /// <summary>Terms of one class of a two-column table.</summary>
    public static HashSet<string> Words(string name, string wordClass) =>
        [.. Rows(name).Where(row => row[1] == wordClass).Select(row => row[0])];
}
