using System.Text.Json;
using Gateway.Edge;
using Gateway.Operations;
using Gateway.Site.Posters;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway.Catalog;

internal static class OpenHome
{
    private const string JsonType = "application/json; charset=utf-8";

    /// <summary>Everything the front page shows, in one call. Parts that failed are named in missing.</summary>
    internal static async Task<Results<FinishedAnswer, Problem>> Handle(
        HomeRows rows, PictureJson pictures, CancellationToken cancellationToken)
    {
        var page = await rows.GatherAsync(cancellationToken);
        if (page is null)
        {
            return UpstreamProblems.Unreachable;
        }

        var body = pictures.Rewrite(JsonSerializer.SerializeToUtf8Bytes(page, GatewayJson.Readable.HomePage));
        var cacheControl = page.Missing.Count == 0 ? ReadCatalog.ForAMinute : FinishedAnswer.NeverStore;
        return new FinishedAnswer(new FinishedBody(body, JsonType), cacheControl);
    }
}
