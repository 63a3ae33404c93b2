using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Gateway.Tests.Site.Pages;

/// <summary>The words of the Vue site, read from its sources.</summary>
internal static partial class SiteDictionary
{
    public static IReadOnlyDictionary<string, string> Read(string language, [CallerFilePath] string here = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "..", "frontend", "src", "i18n");
        return Line().Matches(File.ReadAllText(Path.Combine(folder, $"{language}.ts")))
            .ToDictionary(line => line.Groups["key"].Value, line => line.Groups["words"].Value, StringComparer.Ordinal);
    }

    [GeneratedRegex("^  '(?<key>[\\w.-]+)': '(?<words>[^']*)',$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
