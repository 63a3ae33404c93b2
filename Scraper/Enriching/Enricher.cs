using System.Globalization;
using Metadata.Client;
using Microsoft.Extensions.Options;
using Scraper.Enriching.Registries;
using Scraper.Fetching;
using Scraper.Sources;

namespace Scraper.Enriching;

/// <summary>Takes a step at one registry, page by page, until no film is due or enough were asked for:
/// 1. asks Metadata which films are due; 2. looks them up; 3. hands in what was answered, also when the registry fails on
/// the way. A registry that fails is left alone for a while; the films go on without it.</summary>
internal sealed class Enricher(
    FactsClient metadata, RegistryRests rests, IOptions<EnrichmentOptions> options, TimeProvider clock)
{
    private const int PageSize = 50;

    /// <exception cref="MetadataException">Metadata cannot be asked, or refuses the answers.</exception>
    public async Task<RegistryStep> StepAsync(IFilmRegistry registry, EnrichOrder order, CancellationToken cancellationToken)
    {
        var (films, meter) = (new List<EnrichedFilm>(), new FetchMeter());
        if (await rests.FindAsync(registry.Name, cancellationToken) is { } rest)
        {
            return new RegistryStep(registry.Name, films, meter.Requests, string.Create(
                CultureInfo.InvariantCulture, $"left alone until {rest.Until:yyyy-MM-dd HH:mm} UTC: {rest.Reason}"));
        }

        while (films.Count < order.Limit)
        {
            var page = await SeekAsync(registry.Name, order, order.Limit - films.Count, cancellationToken);
            if (page.Count == 0)
            {
                break;
            }

            var (lookups, failure) = await LookUpAsync(registry, page, meter, cancellationToken);
            films.AddRange(await HandInAsync(page, lookups, order.DryRun));
            if (failure is not null)
            {
                return new RegistryStep(registry.Name, films, meter.Requests, await EndAsync(registry, failure, order));
            }

            if (order.DryRun || order.MovieId is not null || lookups.Count == 0)
            {
                break;
            }
        }

        if (films.Count > 0)
        {
            await rests.EndAsync(registry.Name, CancellationToken.None);
        }

        return new RegistryStep(registry.Name, films, meter.Requests);
    }

    private Task<IReadOnlyList<SoughtFilm>> SeekAsync(
        string registry, EnrichOrder order, int room, CancellationToken cancellationToken) => order.MovieId is { } id
            ? metadata.SeekAsync(registry, id, cancellationToken)
            : metadata.SeekAsync(
                registry, clock.GetUtcNow().AddDays(-options.Value.RecheckDays),
                Math.Min(room, order.DryRun ? EnrichOrder.MaxDry : PageSize), cancellationToken);

    private static async Task<(List<FilmLookup> Lookups, SourceException? Failure)> LookUpAsync(
        IFilmRegistry registry, IReadOnlyList<SoughtFilm> page, FetchMeter meter, CancellationToken cancellationToken)
    {
        var lookups = new List<FilmLookup>();
        try
        {
            await foreach (var lookup in registry.LookUpAsync(page, meter, cancellationToken))
            {
                lookups.Add(lookup);
            }

            return (lookups, null);
        }
        catch (SourceException failure)
        {
            return (lookups, failure);
        }
    }

    // What was answered is not lost to a wish to stop.
    private async Task<IEnumerable<EnrichedFilm>> HandInAsync(
        IReadOnlyList<SoughtFilm> page, List<FilmLookup> lookups, bool dryRun)
    {
        if (lookups.Count == 0)
        {
            return [];
        }

        var report = await metadata.PutAsync(lookups, dryRun, new EditorNote(EditorNote.Scraper), CancellationToken.None);
        var films = page.ToDictionary(film => film.MovieId);
        return lookups.Zip(report.Results, (lookup, result) => new EnrichedFilm(films[lookup.MovieId], lookup, result));
    }

    // A key that is not accepted is no matter of time: with the right one it must work at once.
    private async Task<string> EndAsync(IFilmRegistry registry, SourceException failure, EnrichOrder order)
    {
        if (!order.DryRun && failure.Failure != SourceFailure.Refused)
        {
            await rests.BeginAsync(registry.Name, failure, CancellationToken.None);
        }

        return failure.Message;
    }
}
