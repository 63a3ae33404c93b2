using System.Runtime.CompilerServices;
using Metadata.Client;
using Scraper.Fetching;

namespace Scraper.Enriching.Registries;

/// <summary>Looks films up one by one: by the id where one is known, else by title, and reads the few that may be it.</summary>
internal sealed class KeyedRegistry(IKeyedCatalogue catalogue, PoliteHttpFactory fetching, TimeProvider clock) : IFilmRegistry
{
    // More of one title and year are not told apart by looking closer, and each look counts against the quota.
    private const int MaxRead = 3;

    public string Name => catalogue.Name;

    public bool IsOpen => catalogue.Scope is not null;

    public async IAsyncEnumerable<FilmLookup> LookUpAsync(
        IReadOnlyList<SoughtFilm> films, FetchMeter meter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var scope = catalogue.Scope ?? throw new InvalidOperationException($"{Name} has no key and cannot be asked.");
        var api = new KeyedApi(fetching.Create(scope, meter), catalogue.Section, clock);
        foreach (var film in films)
        {
            var match = await FindAsync(api, film, cancellationToken);
            yield return match.ToLookup(film.MovieId, Name, clock.GetUtcNow().Year);
        }
    }

    private async Task<MatchResult> FindAsync(KeyedApi api, SoughtFilm film, CancellationToken cancellationToken)
    {
        if (catalogue.IdOf(film.ExternalIds) is { } id
            && await catalogue.ReadAsync(api, id, cancellationToken) is { } known && SureMatch.Confirms(film, known))
        {
            return MatchResult.Found(known);
        }

        var result = await SearchAsync(api, film, film.Title, cancellationToken);
        return result.Outcome == LookupOutcome.NotFound && film.OriginalTitle is { } original
            ? await SearchAsync(api, film, original, cancellationToken)
            : result;
    }

    private async Task<MatchResult> SearchAsync(
        KeyedApi api, SoughtFilm film, string title, CancellationToken cancellationToken)
    {
        var found = await catalogue.SearchAsync(api, title, cancellationToken);
        var first = SureMatch.Choose(film, found);
        var near = first.Candidate is { } likely ? [likely] : SureMatch.Shortlist(film, found);
        if (near.Count is 0 or > MaxRead)
        {
            return first;
        }

        // What the search did not tell, the length above all, may still speak against it.
        var read = new List<RegistryCandidate>();
        foreach (var candidate in near)
        {
            if (await catalogue.ReadAsync(api, candidate.Id, cancellationToken) is { } whole)
            {
                read.Add(whole);
            }
        }

        return SureMatch.Choose(film, read);
    }
}
