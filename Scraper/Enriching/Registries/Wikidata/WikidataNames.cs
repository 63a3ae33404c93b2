using Microsoft.EntityFrameworkCore;
using Scraper.Journal;
using Scraper.Sources;

namespace Scraper.Enriching.Registries.Wikidata;

/// <summary>Names of genres, countries and people. The same few hundred are met in every film, so they are kept.</summary>
internal sealed class WikidataNames(JournalStore store, TimeProvider clock)
{
    // Names change, seldom.
    private static readonly TimeSpan Life = TimeSpan.FromDays(180);

    public async Task<IReadOnlyDictionary<string, ItemName>> FindAsync(
        WikidataApi api, IEnumerable<string> wanted, CancellationToken cancellationToken)
    {
        var ids = wanted.Distinct(StringComparer.Ordinal).ToList();
        var now = clock.GetUtcNow();
        var fresh = now - Life;
        var db = store.Open();
        await using (db)
        {
            var names = new Dictionary<string, ItemName>(StringComparer.Ordinal);
            foreach (var kept in await db.WikidataNames.AsNoTracking()
                .Where(name => ids.Contains(name.ItemId) && name.ReadAt > fresh).ToListAsync(cancellationToken))
            {
                names.Add(kept.ItemId, new ItemName(kept.Russian, kept.English));
            }

            var missing = ids.FindAll(id => !names.ContainsKey(id));
            if (missing.Count == 0)
            {
                return names;
            }

            var read = await api.ReadAsync(missing, "labels", item => RegistryIdForms.Wikidata(item.Text("id")) is not { } id
                ? null
                : new WikidataName
                {
                    ItemId = id,
                    Russian = Kept(item.Label("ru")),
                    English = Kept(item.Label("en")),
                    ReadAt = now,
                }, cancellationToken);
            await KeepAsync(db, read, cancellationToken);
            foreach (var name in read)
            {
                names[name.ItemId] = new ItemName(name.Russian, name.English);
            }

            return names;
        }
    }

    private static async Task KeepAsync(JournalDb db, IReadOnlyList<WikidataName> read, CancellationToken cancellationToken)
    {
        var ids = read.Select(name => name.ItemId).ToList();
        await db.WikidataNames.Where(name => ids.Contains(name.ItemId)).ExecuteDeleteAsync(cancellationToken);
        db.WikidataNames.AddRange(read.DistinctBy(name => name.ItemId, StringComparer.Ordinal));
        await db.SaveChangesAsync(cancellationToken);
    }

    private static string? Kept(string? label) => label is null ? null : FactsLimits.Cut(label, WikidataName.MaxLength);
}
