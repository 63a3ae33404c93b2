using System.Text.Json.Nodes;
using Scraper.Sources.Sites.Definitions;
using Scraper.Sources.Sites.Extracting;

namespace Scraper.Sources.Sites.Sampling;

/// <summary>Reads a definition's samples and compares what they give with what they must give. No network.</summary>
internal static class SampleCheck
{
    /// <param name="file">The definition; its samples lie beside it.</param>
    /// <returns>Every difference, at its place in the file of expected records.</returns>
    public static IReadOnlyList<DefinitionProblem> Run(SiteDefinition site, string file, TimeProvider clock)
    {
        List<DefinitionProblem> problems = [];
        var (lists, details) = (0, 0);
        foreach (var sample in site.Samples)
        {
            var found = new SampleProblems(file, sample);
            if (found.Load() is { } expected)
            {
                var isDetail = expected.Root.Members.Any(member => member.Name == SampleRecords.Detail);
                (lists, details) = isDetail ? (lists, details + 1) : (lists + 1, details);
                Compare(site, sample, expected, isDetail, found, clock);
            }

            problems.AddRange(found.All);
        }

        if (lists == 0 && problems.Count == 0)
        {
            problems.Add(Missing(site, file, "a page of the listing"));
        }

        if (site.Detail is not null and not { When: DetailWhen.Never } && details == 0 && problems.Count == 0)
        {
            problems.Add(Missing(site, file, "an item's own page"));
        }

        return problems;
    }

    private static DefinitionProblem Missing(SiteDefinition site, string file, string what) => new(
        file, 1, 1, "$.samples",
        $"No sample holds {what}, so nothing shows that the definition is right. "
        + $"Make one with \"scraper sources test {site.Id} --record\", and look at what it says.");

    private static void Compare(
        SiteDefinition site, SiteSample sample, ExpectedRecords expected, bool isDetail, SampleProblems found, TimeProvider clock)
    {
        JsonObject actual;
        try
        {
            var page = SitePage.Read(sample.Url, found.Body!, site.Fetch.Encoding);
            var now = sample.At ?? clock.GetUtcNow();
            if (isDetail && site.Detail is null)
            {
                found.Add(expected.Root, "An item's own page is expected here, and the definition has no \"detail\".");
                return;
            }

            actual = isDetail ? SampleRecords.OfDetail(site, page, now) : SampleRecords.OfList(site, page, now);
        }
        catch (SourceException refused)
        {
            found.Add(expected.Root, refused.Message);
            return;
        }

        expected.Compare(expected.Root, actual, found);
    }
}
