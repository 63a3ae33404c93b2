using System.Buffers;
using System.Text.Json;
using Gateway.Edge;
using Gateway.Edge.Pages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Gateway.Catalog;

/// <summary>Puts a film's page together from what Metadata answers, byte for byte.</summary>
internal sealed class OpenMovie(CatalogRelay relay, IOptions<CatalogOptions> options, TimeProvider clock)
{
    public const string SimilarKey = "similar";

    private const string JsonType = "application/json; charset=utf-8";

    /// <summary>Everything a film's page shows, in one call: the film, and films like it. Parts that failed are named in
    /// missing. 404 when the film is unknown or hidden, 410 after a take-down.</summary>
    internal static Task<Results<FinishedAnswer, Problem>> Handle(
        int id, HttpContext visitor, PageCache pages, CancellationToken cancellationToken) =>
        pages.AnswerAsync(
            visitor, $"movies/{id}/page", (services, token) => services.GetRequiredService<OpenMovie>().GatherAsync(id, token),
            cancellationToken);

    private async Task<Results<FinishedAnswer, Problem>> GatherAsync(int id, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var similar = FindSimilarAsync(id, end.Token);
        var movie = await relay.AnswerAsync($"movies/{id}", "", ReadCatalog.ForAMinute, cancellationToken);
        if (movie.Result is not FinishedAnswer { Status: StatusCodes.Status200OK } film)
        {
            await end.CancelAsync();
            await similar;
            return movie;
        }

        var others = await similar;
        return new FinishedAnswer(new FinishedBody(Join(film, others), JsonType), ReadCatalog.ForAMinute)
        {
            IsPassing = film.IsPassing || others?.IsPassing == true,
            IsComplete = others is not null,
        };
    }

    /// <summary>Null when they could not be had within their budget.</summary>
    private async Task<FinishedAnswer?> FindSimilarAsync(int id, CancellationToken cancellationToken)
    {
        using var budget = new CancellationTokenSource(options.Value.SimilarBudget, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellationToken);
        try
        {
            var similar = await relay.AnswerAsync($"movies/{id}/similar", "", ReadCatalog.ForAMinute, either.Token);
            return similar.Result as FinishedAnswer is { Status: StatusCodes.Status200OK } answer ? answer : null;
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            return null;
        }
    }

    private static byte[] Join(FinishedAnswer film, FinishedAnswer? similar)
    {
        var page = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(page))
        {
            json.WriteStartObject();
            json.WritePropertyName("movie");
            json.WriteRawValue(Plain(film), skipInputValidation: true);
            json.WritePropertyName(SimilarKey);
            json.WriteRawValue(similar is null ? "[]"u8 : Plain(similar), skipInputValidation: true);
            json.WriteStartArray("missing");
            if (similar is null)
            {
                json.WriteStringValue(SimilarKey);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return page.WrittenSpan.ToArray();
    }

    private static ReadOnlySpan<byte> Plain(FinishedAnswer answer) => answer.Body.Plain.Bytes;
}
