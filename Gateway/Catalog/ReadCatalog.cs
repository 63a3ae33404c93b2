using Gateway.Edge;
using Gateway.Edge.Pages;
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
        HttpContext visitor, PageCache pages, CancellationToken cancellationToken) =>
        AnswerAsync("movies", CatalogParameters.List, visitor, pages, cancellationToken);

    /// <summary>One film with its places to watch; 404 when unknown or hidden, 410 after a take-down.</summary>
    internal static Task<Results<FinishedAnswer, Problem>> GetMovie(
        int id, HttpContext visitor, PageCache pages, CancellationToken cancellationToken) =>
        AnswerAsync($"movies/{id}", [], visitor, pages, cancellationToken);

    /// <summary>Films like this one, each with the reason.</summary>
    internal static Task<Results<FinishedAnswer, Problem>> ListSimilar(
        int id, HttpContext visitor, PageCache pages, CancellationToken cancellationToken) =>
        AnswerAsync($"movies/{id}/similar", CatalogParameters.Similar, visitor, pages, cancellationToken);

    /// <summary>One film by chance among those that pass the filters; a different one each time.</summary>
    internal static Task<Results<FinishedAnswer, Problem>> GetRandomMovie(
        HttpRequest request, CatalogRelay relay, PageCache pages, CancellationToken cancellationToken)
    {
        var query = CatalogQuery.Read(CatalogParameters.Filters, request.Query);
        return query.Refusal is { } refusal
            ? Task.FromResult<Results<FinishedAnswer, Problem>>(refusal)
            : pages.PassAsync(
                token => relay.AnswerAsync("movies/random", query.Canonical, FinishedAnswer.NeverStore, token), cancellationToken);
    }

    /// <summary>What the filters offer, with counts; each list ignores its own filter and obeys all others.</summary>
    internal static Task<Results<FinishedAnswer, Problem>> GetFacets(
        HttpContext visitor, PageCache pages, CancellationToken cancellationToken) =>
        AnswerAsync("facets", CatalogParameters.Filters, visitor, pages, cancellationToken);

    /// <summary>Films offered while the visitor types.</summary>
    internal static Task<Results<FinishedAnswer, Problem>> ListSuggestions(
        HttpContext visitor, PageCache pages, CancellationToken cancellationToken) =>
        AnswerAsync("suggestions", CatalogParameters.Suggestions, visitor, pages, cancellationToken);

    private static Task<Results<FinishedAnswer, Problem>> AnswerAsync(
        string path, IReadOnlyList<CatalogParameter> taken, HttpContext visitor, PageCache pages,
        CancellationToken cancellationToken)
    {
        var query = CatalogQuery.Read(taken, visitor.Request.Query);
        return query.Refusal is { } refusal
            ? Task.FromResult<Results<FinishedAnswer, Problem>>(refusal)
            : pages.AnswerAsync(visitor, Key(path, query.Canonical), Make(path, query.Canonical), cancellationToken);
    }

    /// <summary>Names an answer in the page cache.</summary>
    internal static string Key(string path, string query) => $"{path}?{query}";

    /// <summary>Asks Metadata for it.</summary>
    internal static PageMaking Make(string path, string query) => (services, cancellationToken) =>
        services.GetRequiredService<CatalogRelay>().AnswerAsync(path, query, ForAMinute, cancellationToken);
}
