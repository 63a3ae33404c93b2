using System.Runtime.CompilerServices;
using Metadata.Client;
using Microsoft.Extensions.Options;
using Scraper.Fetching;

namespace Scraper.Enriching.Registries.Wikidata;

/// <summary>Looks films up in Wikidata, some at a time:
/// 1. searches each film, by the id where one is known, else by title;
/// 2. reads what was found for all of them together;
/// 3. searches the original title of those whose own title led to nothing;
/// 4. asks for the names of genres, countries and directors of those that are sure.</summary>
internal sealed class WikidataRegistry(
    IOptions<WikidataOptions> options, PoliteHttpFactory fetching, WikidataNames names, TimeProvider clock) : IFilmRegistry
{
    // Candidates of this many films fit into one request or two; what is lost when the way breaks is no more.
    private const int FilmsAtOnce = 10;
    private const int MaxFound = 20;
    private const string Props = "labels|aliases|claims";

    private static readonly string Films = $"haswbstatement:{string.Join('|', WikidataFilm.Classes.Select(id => $"P31={id}"))}";

    private static readonly (Func<SoughtFilm, string?> QueryOf, bool IsById)[] Passes =
        [(ById, true), (film => ByTitle(film.Title), false), (ByOriginalTitle, false)];

    public string Name => Metadata.Client.Registries.Wikidata;

    public bool IsOpen => options.Value.Enabled;

    public async IAsyncEnumerable<FilmLookup> LookUpAsync(
        IReadOnlyList<SoughtFilm> films, FetchMeter meter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var scope = new FetchScope(options.Value.BaseUrl, options.Value.Delay)
        {
            // Documented for programs under rules of its own, which are kept; robots.txt shuts the whole directory.
            PermittedPaths = [WikidataApi.Path],
        };
        var api = new WikidataApi(fetching.Create(scope, meter), options.Value.BaseUrl, clock);
        foreach (var some in films.Chunk(FilmsAtOnce))
        {
            var sure = new Dictionary<int, WikidataFilm>();
            var results = await MatchAsync(api, some, sure, cancellationToken);
            var known = await names.FindAsync(api, sure.Values.SelectMany(film => film.Named), cancellationToken);
            foreach (var (movieId, result) in results)
            {
                var whole = sure.TryGetValue(movieId, out var film)
                    ? MatchResult.Found(film.WithNames(known)) : result;
                yield return whole.ToLookup(movieId, Name, clock.GetUtcNow().Year);
            }
        }
    }

    private static async Task<Dictionary<int, MatchResult>> MatchAsync(
        WikidataApi api, IReadOnlyList<SoughtFilm> films, Dictionary<int, WikidataFilm> sure, CancellationToken cancellationToken)
    {
        var results = new Dictionary<int, MatchResult>();
        foreach (var (queryOf, isById) in Passes)
        {
            var open = films.Where(film => results.GetValueOrDefault(film.MovieId) is not { Outcome: not LookupOutcome.NotFound })
                .Select(film => (Film: film, Query: queryOf(film))).Where(pair => pair.Query is not null).ToList();
            var found = await FindAsync(api, open.ConvertAll(pair => pair.Query!), cancellationToken);
            foreach (var ((film, _), candidates) in open.Zip(found))
            {
                var result = isById ? Confirm(film, candidates)
                    : SureMatch.Choose(film, candidates.ConvertAll(candidate => candidate.Candidate));
                if (result.Candidate is { } chosen)
                {
                    sure[film.MovieId] = candidates.First(candidate => candidate.Candidate.Id == chosen.Id);
                }

                results[film.MovieId] = result;
            }
        }

        foreach (var film in films)
        {
            results.TryAdd(film.MovieId, new MatchResult(null, LookupOutcome.NotFound, "The title has no word to search for."));
        }

        return results;
    }

    // An id that leads elsewhere says nothing; the title is tried then.
    private static MatchResult Confirm(SoughtFilm film, List<WikidataFilm> candidates) =>
        candidates.FindAll(candidate => SureMatch.Confirms(film, candidate.Candidate)) is [var only]
            ? MatchResult.Found(only.Candidate)
            : new MatchResult(null, LookupOutcome.NotFound, null);

    /// <returns>For each query the films that it finds.</returns>
    private static async Task<IReadOnlyList<List<WikidataFilm>>> FindAsync(
        WikidataApi api, IReadOnlyList<string> queries, CancellationToken cancellationToken)
    {
        var ids = new List<IReadOnlyList<string>>();
        foreach (var query in queries)
        {
            // An item's own id needs no search.
            ids.Add(RegistryIdForms.Wikidata(query) is { } id ? [id] : await api.SearchAsync(query, MaxFound, cancellationToken));
        }

        var items = await api.ReadAsync([.. ids.SelectMany(found => found)], Props, WikidataFilm.Read, cancellationToken);
        var films = items.DistinctBy(film => film.Candidate.Id, StringComparer.Ordinal).ToDictionary(film => film.Candidate.Id, StringComparer.Ordinal);
        return ids.ConvertAll(found => found.Where(films.ContainsKey).Select(id => films[id]).ToList());
    }

    private static string? ById(SoughtFilm film) => film.ExternalIds switch
    {
        { Wikidata: { } id } => RegistryIdForms.Wikidata(id),
        { Imdb: { } id } when RegistryIdForms.Imdb(id) is not null => $"haswbstatement:{Property.Imdb.Id}={id}",
        { Kinopoisk: { } id } when RegistryIdForms.Number(id) is not null => $"haswbstatement:{Property.Kinopoisk.Id}={id}",
        { Tmdb: { } id } when RegistryIdForms.Number(id) is not null => $"haswbstatement:{Property.Tmdb.Id}={id}",
        _ => null,
    };

    private static string? ByOriginalTitle(SoughtFilm film) =>
        film.OriginalTitle is { } original && TitleForm.Of(original) != TitleForm.Of(film.Title) ? ByTitle(original) : null;

    // In quotes the words are searched as they stand together; a quote within would end them.
    private static string? ByTitle(string title) =>
        TitleForm.Of(title).Length == 0 ? null : $"\"{title.Replace('"', ' ').Replace('\\', ' ').Trim()}\" {Films}";
}
