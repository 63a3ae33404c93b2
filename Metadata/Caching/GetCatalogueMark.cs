using Metadata.Client;
using Metadata.Indexing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Metadata.Caching;

internal static class GetCatalogueMark
{
    /// <summary>The state of the catalogue that answers show now. Cheap: for neighbours that keep answers and ask often.</summary>
    internal static async Task<Ok<CatalogueMark>> Handle(
        CatalogueVersion version, MovieIndex index, HttpResponse response, CancellationToken cancellationToken)
    {
        await version.ReadAsync(cancellationToken);
        var reached = index.Reached;
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new CatalogueMark(reached.Generation, reached.Revision, CatalogueMark.Write(reached.Stamp)));
    }
}
