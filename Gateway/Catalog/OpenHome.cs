using System.Text.Json;
using Gateway.Edge;
using Gateway.Edge.Pages;
using Gateway.Operations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway.Catalog;

internal static class OpenHome
{
    private const string JsonType = "application/json; charset=utf-8";

    /// <summary>Everything the front page shows, in one call. Parts that failed are named in missing.</summary>
    internal static Task<Results<FinishedAnswer, Problem>> Handle(
        HttpContext visitor, PageCache pages, CancellationToken cancellationToken) =>
        pages.AnswerAsync(
            visitor, "home", (services, token) => GatherAsync(services.GetRequiredService<HomeRows>(), token), cancellationToken);

    private static async Task<Results<FinishedAnswer, Problem>> GatherAsync(HomeRows rows, CancellationToken cancellationToken)
    {
        var page = await rows.GatherAsync(cancellationToken);
        if (page is null)
        {
            return UpstreamProblems.Unreachable;
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(page, GatewayJson.Readable.HomePage);
        return new FinishedAnswer(new FinishedBody(body, JsonType), ReadCatalog.ForAMinute)
        {
            IsComplete = page.Missing.Count == 0,
        };
    }
}
