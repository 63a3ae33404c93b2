using System.Text.Json;
using Scraper.Sources;

namespace Scraper.Fetching;

/// <summary>An answer that is JSON.</summary>
internal sealed class FetchedJson(Uri url, JsonDocument document) : IDisposable
{
    // A key that comes twice has two readings, and another program would take the other one.
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = JsonLimits.MaxDepth, AllowDuplicateProperties = false };

    /// <summary>Where it came from, after redirects.</summary>
    public Uri Url { get; } = url;

    public JsonElement Root => document.RootElement;

    /// <exception cref="SourceException">The answer is a failure, a page for people, or not JSON.</exception>
    public static FetchedJson Read(FetchedBody answer)
    {
        if (AnswerFailure.Of(answer) is { } failure)
        {
            throw failure;
        }

        try
        {
            var text = answer.Body.AsMemory();
            var mark = text.Span.StartsWith("\uFEFF"u8) ? "\uFEFF"u8.Length : 0;
            return !JsonLimits.AreExceededBy(text.Span[mark..])
                ? new FetchedJson(answer.Url, JsonDocument.Parse(text[mark..], Strict))
                : throw new SourceException(
                    SourceFailure.Contract,
                    $"{answer.Url} holds more than {JsonLimits.MaxValues} values, more than a page of a listing needs.");
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            throw new SourceException(
                SourceFailure.Contract,
                $"{answer.Url} answers with text that is not JSON as agreed ({malformed.Message}): "
                + $"{AnswerFailure.Excerpt(answer)} If this lasts, the source has changed.",
                malformed);
        }
    }

    public void Dispose() => document.Dispose();
}
