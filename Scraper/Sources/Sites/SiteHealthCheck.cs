using Scraper.Sources.Sites.Definitions;
using Scraper.Sources.Sites.Extracting;

namespace Scraper.Sources.Sites;

/// <summary>Stops a walk over pages that are not what the definition was written for.</summary>
internal sealed class SiteHealthCheck(SiteDefinition site)
{
    // Of fewer records a share says nothing.
    private const int LeastRecords = 5;

    /// <exception cref="SourceException">There are no rows, too few, or none of them can be read.</exception>
    public void Listing(SiteCursor at, SitePage page, SiteListing listing)
    {
        var count = listing.Records.Count;
        if (at.Page == 0 && count < Math.Max(site.Health.MinItems, 1))
        {
            throw Broken(page.Url, count == 0
                ? $"the rows \"{site.List.Rows}\" find nothing"
                : $"it has {count} rows, and health.minItems is {site.Health.MinItems}");
        }

        if (count > 1 && listing.Records.All(record => record.Problem is not null))
        {
            throw Broken(page.Url, $"none of its {count} rows can be read. The first: {listing.Records[0].Problem}");
        }
    }

    /// <exception cref="SourceException">A field is missing from too many records.</exception>
    public void Coverage(Uri url, IReadOnlyList<SiteRecord> records)
    {
        var read = records.Where(record => record.Problem is null).ToList();
        foreach (var (field, least) in read.Count >= LeastRecords ? site.Health.Coverage : new Dictionary<string, double>(StringComparer.Ordinal))
        {
            var share = read.Count(record => record.Text(field) is not null) / (double)read.Count;
            if (share < least)
            {
                throw Broken(url, FormattableString.Invariant(
                    $"{share:P0} of {read.Count} records have {field}, and health.coverage asks for {least:P0}"));
            }
        }
    }

    /// <exception cref="SourceException">The site does not say of too many records what they are.</exception>
    public void Kinds(Uri url, IReadOnlyList<SiteRecord> records)
    {
        var read = records.Where(record => record.Problem is null).ToList();
        var unknown = read.Count(record =>
            record.Text(SiteField.Kind) is not { } kind || !SiteField.Kinds.Contains(kind, StringComparer.OrdinalIgnoreCase));
        RequireAtMost(url, site.Health.MaxUnknownKindShare, unknown, read.Count, "are of a kind that the site does not say", "maxUnknownKindShare");
    }

    /// <exception cref="SourceException">Too many records are not what they were.</exception>
    /// <param name="known">Of the records that were read before, whether they have changed.</param>
    public void Changes(Uri url, IReadOnlyList<bool> known) => RequireAtMost(
        url, site.Health.MaxChangeShare, known.Count(hasChanged => hasChanged), known.Count, "have changed since they were read", "maxChangeShare");

    private void RequireAtMost(Uri url, double? most, int count, int all, string what, string key)
    {
        if (most is { } share && all >= LeastRecords && count > share * all)
        {
            throw Broken(url, FormattableString.Invariant($"{count} of {all} records {what}, and health.{key} allows {share:P0}"));
        }
    }

    private SourceException Broken(Uri url, string reason) => new(
        SourceFailure.Contract,
        $"{url}: {reason}. The site may have changed: compare with \"scraper sources test {site.Id}\", and correct the definition.");
}
