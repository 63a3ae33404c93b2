using Gateway.Edge;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway.Catalog;

/// <summary>The reads that Metadata answers. Addresses for Metadata are made of constants, whole numbers and known
/// parameters only; nothing of the visitor's path or headers travels on.</summary>
internal static class ReadCatalog
{
    /// <summary>Fresh for a minute; after that a stale copy may be shown while a new one is fetched.</summary>
    public const string ForAMinute = "public, max-age=60, stale-while-revalidate=300";

    /// <summary>Lists films, a page at a time, with filters, search and order.</summary>
    internal static Task<Results<FinishedAnswer, Problem>> ListMovies(
        HttpRequest request, CatalogRelay relay, CancellationToken cancellationToken) =>
        relay.AnswerAsync(
            "movies", CatalogParameters.Canonical(CatalogParameters.List, request.Query),
            ForAMinute, cancellationToken);

    /// <summary>One film with its places to watch; 404 when unknown or hidden, 410 after a take-down.</summary>
    internal static Task<Results<FinishedAnswer, Problem>> GetMovie(
        int id, CatalogRelay relay, CancellationToken cancellationToken) =>
        relay.AnswerAsync($"movies/{id}", "", ForAMinute, cancellationToken);

    /// <summary>Films like this one, each with the reason.</summary>
    internal static Task<Results<FinishedAnswer, Problem>> ListSimilar(
        int id, HttpRequest request, CatalogRelay relay, CancellationToken cancellationToken) =>
        relay.AnswerAsync(
            $"movies/{id}/similar", CatalogParameters.Canonical(CatalogParameters.Similar, request.Query),
            ForAMinute, cancellationToken);

    /// <summary>One film by chance among those that pass the filters; a different one each time.</summary>
    internal static Task<Results<FinishedAnswer, Problem>> GetRandomMovie(
        HttpRequest request, CatalogRelay relay, CancellationToken cancellationToken) =>
        relay.AnswerAsync(
            "movies/random", CatalogParameters.Canonical(CatalogParameters.Filters, request.Query),
            FinishedAnswer.NeverStore, cancellationToken);

    /// <summary>What the filters offer, with counts; each list ignores its own filter and obeys all others.</summary>
    internal static Task<Results<FinishedAnswer, Problem>> GetFacets(
        HttpRequest request, CatalogRelay relay, CancellationToken cancellationToken) =>
        relay.AnswerAsync(
            "facets", CatalogParameters.Canonical(CatalogParameters.Filters, request.Query),
            ForAMinute, cancellationToken);

    /// <summary>Films offered while the visitor types.</summary>
    internal static Task<Results<FinishedAnswer, Problem>> ListSuggestions(
        HttpRequest request, CatalogRelay relay, CancellationToken cancellationToken) =>
        relay.AnswerAsync(
            "suggestions", CatalogParameters.Canonical(CatalogParameters.Suggestions, request.Query),
            ForAMinute, cancellationToken);
}
