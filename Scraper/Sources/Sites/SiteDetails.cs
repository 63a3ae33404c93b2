using Scraper.Sources.Sites.Definitions;
using Scraper.Sources.Sites.Extracting;

namespace Scraper.Sources.Sites;

/// <summary>Adds what the items' own pages say. A page that cannot be read costs its item, not the walk.</summary>
internal sealed class SiteDetails(
    SiteDefinition site, SiteWeb web, SiteReading reading, SiteMemory memory, TimeProvider clock)
{
    public async Task<List<SiteRecord>> AddAsync(IReadOnlyList<SiteRecord> records, CancellationToken cancellationToken)
    {
        List<SiteRecord> full = [];
        foreach (var record in records)
        {
            full.Add(record.Problem is not null ? record
                : memory.Find(record) is { } known ? record.With(known)
                : await AskAsync(record, cancellationToken));
        }

        return full;
    }

    /// <summary>Of those records that were read before, whether the listing says something else of them now.</summary>
    public IReadOnlyList<bool> Changes(IEnumerable<SiteRecord> records) =>
        [.. records.Where(record => record.Problem is null).Select(memory.HasChanged).OfType<bool>()];

    private async Task<SiteRecord> AskAsync(SiteRecord record, CancellationToken cancellationToken)
    {
        var from = site.Detail!.From;
        if (!Uri.TryCreate(record.Text(from), UriKind.Absolute, out var url))
        {
            return record with { Problem = $"{from}: \"{record.Text(from)}\" is no address of the item's own page" };
        }

        try
        {
            var details = reading.ReadDetail(await web.GetAsync(url, cancellationToken), clock.GetUtcNow());
            if (details.Problem is not null)
            {
                return record with { Problem = $"{url}: {details.Problem}", Fragment = details.Fragment };
            }

            await memory.KeepAsync(record, details, cancellationToken);
            return record.With(details.Values);
        }
        catch (SourceException lost) when (lost.Failure is SourceFailure.Gone or SourceFailure.Hidden or SourceFailure.Geo
            or SourceFailure.Contract or SourceFailure.Forbidden)
        {
            return record with { Problem = lost.Message };
        }
    }
}
