using System.Runtime.CompilerServices;
using Scraper.Fetching;
using Scraper.Journal;
using Scraper.Sources.Sites.Definitions;
using Scraper.Sources.Sites.Extracting;

namespace Scraper.Sources.Sites;

/// <summary>A site that a file describes.</summary>
internal sealed class SiteSource(
    SiteDefinition site, SourceOptions options, SiteFetching fetching, DataDirectory directory, TimeProvider clock) : ISource
{
    public const string Target = "list";

    // What is kept at once: with a page of its own for each item, that is half a minute's work.
    private const int RowsAtOnce = 200;
    private const int DetailsAtOnce = 20;

    public SiteDefinition Definition => site;

    public string Name => site.Id;

    public IReadOnlyList<string> TargetForms => [Target];

    public SourceTarget ReadTarget(string text) => ReadTarget(site.Id, text);

    /// <exception cref="FormatException">It is not the one target that every site has.</exception>
    public static SourceTarget ReadTarget(string name, string text) => text.Trim() == Target
        ? new SourceTarget(Target, "")
        : throw new FormatException($"\"{text}\" is no target of {name}. A site has one, \"{Target}\": what to read stands in its definition.");

    public async IAsyncEnumerable<SourcePage> ReadAsync(
        SourceTarget target, string? cursor, FetchMeter meter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var web = fetching.Open(site, options, meter);
        var walk = new SiteWalk(site, web);
        var reading = new SiteReading(site);
        var health = new SiteHealthCheck(site);
        var details = site.Detail is null or { When: DetailWhen.Never }
            ? null : new SiteDetails(site, web, reading, SiteMemory.Open(directory, site), clock);
        var (next, pages) = ((SiteCursor?)SiteCursor.Read(cursor), 0);
        while (next is { } at)
        {
            var page = await walk.OpenAsync(at, cancellationToken);
            var listing = reading.ReadList(page, clock.GetUtcNow());
            health.Listing(at, page, listing);
            next = ++pages < options.PageLimit ? walk.After(at, page, listing) : null;
            var size = details is null ? RowsAtOnce : DetailsAtOnce;
            var row = at.Row;
            do
            {
                var records = listing.Records.Skip(row).Take(size).ToList();
                if (details is not null)
                {
                    health.Changes(page.Url, details.Changes(records));
                    records = await details.AddAsync(records, cancellationToken);
                }

                health.Coverage(page.Url, records);
                health.Kinds(page.Url, records);
                row += size;
                yield return PageOf(records, row < listing.Records.Count ? at with { Row = row } : next);
            }
            while (row < listing.Records.Count);
        }
    }

    private SourcePage PageOf(List<SiteRecord> records, SiteCursor? next)
    {
        var lastYear = clock.GetUtcNow().Year + 1;
        var items = records.ConvertAll(record => SiteVideos.Read(site, record, lastYear));
        return new SourcePage(
            [.. items.Select(item => item.Video).OfType<RawVideo>()],
            [.. items.Select(item => item.Reject).OfType<RejectedItem>()],
            next?.ToString())
        {
            // Only such a listing can be known to have nothing new further on.
            IsNewestFirst = site.List.Pages.Stop != PagesStop.Empty,
        };
    }
}
