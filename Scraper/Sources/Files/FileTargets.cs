namespace Scraper.Sources.Files;

/// <summary>Reads which file an editor means.</summary>
internal static class FileTargets
{
    public static readonly IReadOnlyList<string> Forms = ["PATH or file:PATH (.csv, .tsv, .json, .ndjson, .jsonl)"];

    private const string Form = "file";

    /// <exception cref="FormatException">It is no path.</exception>
    public static SourceTarget Read(string text)
    {
        var trimmed = text.Trim();
        var path = trimmed.StartsWith($"{Form}:", StringComparison.OrdinalIgnoreCase)
            ? trimmed[(Form.Length + 1)..].Trim()
            : trimmed;
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
        {
            throw new FormatException("The source \"file\" takes a path, such as films.csv.");
        }

        return path.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || path.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
                ? throw new FormatException($"\"{path}\" is an address, not a path. Download the file and give its path.")
                : new SourceTarget(Form, path);
    }
}
