using System.Text.Json;
using Gateway.Edge;
using Gateway.Edge.Pages;
using Gateway.Operations;
using Gateway.Site.Posters;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway.Catalog;

internal static class OpenHome
{
    private const string JsonType = "application/json; charset=utf-8";

    /// <summary>Everything the front page shows, in one call. Parts that failed are named in missing.</summary>
    internal static Task<Results<FinishedAnswer, Problem>> Handle(
        HttpContext visitor, PageCache pages, CancellationToken cancellationToken) =>
        pages.AnswerAsync(visitor, "home", GatherAsync, cancellationToken);

    internal static async Task<Results<FinishedAnswer, Problem>> GatherAsync(
        IServiceProvider services, CancellationToken cancellationToken)
    {
        var page = await services.GetRequiredService<HomeRows>().GatherAsync(cancellationToken);
        if (page is null)
        {
            return UpstreamProblems.Unreachable;
        }

        var json = services.GetRequiredService<PictureJson>().Rewrite(
            JsonSerializer.SerializeToUtf8Bytes(page, GatewayJson.Readable.HomePage));
        return new FinishedAnswer(new FinishedBody(json.Bytes, JsonType), ReadCatalog.ForAMinute)
        {
            IsPassing = json.HasUnseen,
            IsComplete = page.Missing.Count == 0,
        };
    }
}
