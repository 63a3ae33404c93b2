using Metadata.Client;
using Metadata.Editing;
using Metadata.OpenApi;

namespace Metadata.Facts;

/// <summary>The routes by which films are looked up at registries: who is to be asked for, and what came of it.</summary>
internal static class FactsEndpoints
{
    public static void MapFacts(this IEndpointRouteBuilder app)
    {
        var reads = app.MapGroup("/api/v1/facts").WithTags("Facts");
        reads.MapGet("/sought", SeekFilms.Handle).WithName(nameof(SeekFilms)).Takes(SeekFilms.Parameters);
        reads.MapGet("/unsure", ListUnsure.Handle).WithName(nameof(ListUnsure)).Takes(EditorPage.Parameters);
        app.MapWrites("/api/v1/facts", "Facts").MapPut("/batch", PutFacts.Handle).WithName(nameof(PutFacts))
            .Takes(PutFacts.Parameters).TakesJson<IReadOnlyList<FilmLookup>>();
    }
}
