using System.Reflection;
using Scraper.Sources;

namespace Scraper.Fetching.Browsing;

/// <summary>Finds the program through which Playwright speaks to Chromium: beside this one when published, else in the
/// package that this one was built with.</summary>
internal static class BrowserDriver
{
    // Playwright's own; it holds the folder ".playwright".
    private const string Variable = "PLAYWRIGHT_DRIVER_SEARCH_PATH";

    private const string Folder = ".playwright";

    /// <exception cref="SourceException">It is nowhere.</exception>
    public static void Point()
    {
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)))
        {
            return;
        }

        var package = typeof(BrowserDriver).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(one => one.Key == "PlaywrightPackage")?.Value ?? "";
        var found = Array.Find([AppContext.BaseDirectory, package], place => Directory.Exists(Path.Combine(place, Folder)))
            ?? throw new SourceException(
                SourceFailure.Unavailable,
                $"The browser's driver, the folder {Folder}, lies neither in {AppContext.BaseDirectory} nor in the package "
                + $"this program was built with. Run the published program, or name the folder that holds it in {Variable}.");
        Environment.SetEnvironmentVariable(Variable, found);
    }
}
