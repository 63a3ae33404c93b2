using System.Text.Json;
using Hosts;
using Metadata.Client;
using Microsoft.AspNetCore.Http;

namespace Scraper.Tests.Enriching;

/// <summary>Metadata's routes for facts over films in memory, as its OpenAPI document has them.</summary>
internal sealed class StubFacts : IAsyncDisposable
{
    private readonly List<FilmLookup> _lookups = [];

    private StubFacts()
    {
    }

    public StubHost Host { get; private set; } = null!;

    public List<SoughtFilm> Films { get; } = [];

    /// <summary>What was handed in, dry runs left out.</summary>
    public IReadOnlyList<FilmLookup> Lookups => _lookups;

    public static async Task<StubFacts> StartAsync(params IReadOnlyList<SoughtFilm> films)
    {
        var stub = new StubFacts();
        stub.Films.AddRange(films);
        stub.Host = await StubHost.StartAsync(stub.AnswerAsync);
        return stub;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var answer = (context.Request.Method, context.Request.Path.Value) switch
        {
            ("GET", "/api/v1/facts/sought") => JsonSerializer.Serialize(
                Seek(query["registry"]!, query["movieId"], int.Parse(query["limit"].FirstOrDefault() ?? "50", null)),
                MetadataJson.Default.IReadOnlyListSoughtFilm),
            ("GET", "/api/v1/facts/unsure") => JsonSerializer.Serialize(Unsure(), MetadataJson.Default.PageOfRegistryLookup),
            ("PUT", "/api/v1/facts/batch") => JsonSerializer.Serialize(
                Take((await JsonSerializer.DeserializeAsync(context.Request.Body, MetadataJson.Default.IReadOnlyListFilmLookup))!,
                    query["dryRun"] == "true"),
                MetadataJson.Default.FactsReport),
            _ => null,
        };
        context.Response.StatusCode = answer is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer ?? "{}");
    }

    private List<SoughtFilm> Seek(string registry, string? movieId, int limit) => movieId is not null
        ? Films.FindAll(film => $"{film.MovieId}" == movieId)
        : [.. Films.Where(film => !_lookups.Exists(lookup => lookup.MovieId == film.MovieId && lookup.Registry == registry)).Take(limit)];

    private FactsReport Take(IReadOnlyList<FilmLookup> batch, bool dryRun)
    {
        if (!dryRun)
        {
            _lookups.AddRange(batch);
        }

        var results = batch.Select(lookup => new FactsResult(
            lookup.MovieId, lookup.Registry, lookup.Facts is null ? FactsStatus.Unchanged : FactsStatus.Changed,
            lookup.Facts?.Year is { } year
                ? [new FieldChange(lookup.MovieId, "year", null, null, JsonSerializer.SerializeToElement(year))] : [])).ToList();
        return new FactsReport(
            null, dryRun, results.Count(result => result.Status == FactsStatus.Changed),
            results.Count(result => result.Status == FactsStatus.Unchanged), 0, 0, results);
    }

    private PageOf<RegistryLookup> Unsure()
    {
        var unsure = _lookups.Where(lookup => lookup.Outcome == LookupOutcome.Unsure).Select(lookup => new RegistryLookup(
            lookup.MovieId, Films.Find(film => film.MovieId == lookup.MovieId)!.Title, null, lookup.Registry, ScraperParts.Start,
            lookup.Outcome, lookup.Reason)).ToList();
        return new PageOf<RegistryLookup>(unsure, unsure.Count, 1, 24);
    }
}
