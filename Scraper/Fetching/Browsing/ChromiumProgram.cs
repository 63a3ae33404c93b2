using Scraper.Sources;

namespace Scraper.Fetching.Browsing;

/// <summary>Finds the system's Chromium.</summary>
internal static class ChromiumProgram
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

    private static readonly string[] Elsewhere =
    [
        "/usr/bin", "/usr/local/bin", "/snap/bin", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];

    /// <param name="configured">The configured program; empty looks where systems install it.</param>
    /// <exception cref="SourceException">There is none; the message says how to install one.</exception>
    public static string Find(string configured)
    {
        if (configured.Length > 0)
        {
            return File.Exists(configured) ? configured
                : throw Missing($"Browser:Path is \"{configured}\", where no program lies.");
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Concat(Elsewhere);
        return folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name)).Append(folder))
            .FirstOrDefault(File.Exists)
            ?? throw Missing("No Chromium was found on this machine.");
    }

    private static SourceException Missing(string found) => new(
        SourceFailure.Unavailable,
        $"{found} This site shows nothing without scripts, and its definition asks for a browser. Install Chromium "
        + "(Debian, Ubuntu: apt-get install chromium; macOS: brew install --cask chromium) or set Browser:Path to yours.");
}
