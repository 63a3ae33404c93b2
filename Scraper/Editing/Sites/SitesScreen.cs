using Scraper.Sources.Sites;

namespace Scraper.Editing.Sites;

/// <summary>Shows which definitions are sound, and each mistake at its place, one to a line.</summary>
internal static class SitesScreen
{
    public static int Write(Terminal terminal, IReadOnlyList<LoadedSite> sites, bool asJson)
    {
        var answer = new SitesAnswer(CliJson.Schema, [.. sites.Select(CheckedSite.Of)]);
        if (asJson)
        {
            CliJson.Write(terminal.Out, answer, CliJson.Readable.SitesAnswer);
        }
        else
        {
            foreach (var site in answer.Sites)
            {
                WriteSite(terminal, site);
            }
        }

        return sites.All(site => site.IsSound) ? ExitCode.Done : ExitCode.Failed;
    }

    private static void WriteSite(Terminal terminal, CheckedSite site)
    {
        foreach (var problem in site.Problems)
        {
            terminal.Out.WriteLine(problem.ToString());
        }

        terminal.Out.WriteLine(site.Problems.Count == 0
            ? $"{site.Name} is sound: {site.File}, {site.Samples} samples give what they must."
            : $"{site.Name} is refused: {site.Problems.Count} mistakes in {site.File} or its samples.");
    }
}
