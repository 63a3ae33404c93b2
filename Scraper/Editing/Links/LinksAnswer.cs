using Metadata.Client;
using Scraper.Links;

namespace Scraper.Editing.Links;

/// <summary>What "links check" answers.</summary>
/// <param name="Sources">Counts per source.</param>
/// <param name="Trouble">Videos that were not found to play.</param>
/// <param name="Report">What Metadata made of it; after a dry run, what it would make of it; absent when there was nothing to tell it.</param>
internal sealed record LinksAnswer(
    int Schema, bool DryRun, IReadOnlyList<CheckedSource> Sources, IReadOnlyList<LinkTrouble> Trouble, AvailabilityReport? Report);

/// <param name="Unchecked">Left out because the source did not answer any more.</param>
internal sealed record CheckedSource(
    string Source, int Checked, int Ok, int NotFound, int Private, int Geo, int Error, int Unchecked)
{
    public static CheckedSource Of(string source, IReadOnlyList<CheckedLink> found, int asked)
    {
        return new CheckedSource(
            source, found.Count, Count(CheckResult.Ok), Count(CheckResult.NotFound), Count(CheckResult.Private),
            Count(CheckResult.Geo), Count(CheckResult.Error), asked - found.Count);

        int Count(CheckResult result) => found.Count(link => link.Check.Result == result);
    }
}

internal sealed record LinkTrouble(
    int MovieId, string Title, string Source, string ExternalId, string SourceUrl, CheckResult Result, string? Detail)
{
    public static LinkTrouble Of(CheckedLink found) => new(
        found.Link.Video.MovieId, found.Link.Video.Title, found.Link.Video.Source, found.Link.Video.ExternalId,
        found.Link.Video.SourceUrl,
        found.Check.Result, found.Detail);
}
