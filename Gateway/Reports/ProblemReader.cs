using System.Text.Json;
using Gateway.Edge;
using Metadata.Client;

namespace Gateway.Reports;

/// <summary>Reads what a visitor reports, or says all that is wrong with it.</summary>
internal static class ProblemReader
{
    public const int MaxBodyBytes = 4 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4, AllowDuplicateProperties = false };

    private static readonly Dictionary<string, ProblemReason> Reasons = Enum.GetValues<ProblemReason>().ToDictionary(
        reason => JsonNamingPolicy.CamelCase.ConvertName(reason.ToString()), StringComparer.Ordinal);

    public static async Task<(VisitorProblem? Problem, Problem? Refusal)> ReadAsync(
        HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            return (null, new Problem(StatusCodes.Status415UnsupportedMediaType, "The body must be application/json."));
        }

        if (request.ContentLength > MaxBodyBytes)
        {
            return (null, new Problem(
                StatusCodes.Status413PayloadTooLarge,
                $"The body has {request.ContentLength} bytes, at most {MaxBodyBytes} are taken."));
        }

        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, Strict, cancellationToken);
            return Read(body.RootElement);
        }
        catch (JsonException)
        {
            return (null, new Problem(
                StatusCodes.Status400BadRequest, "The body is not JSON, is nested too deeply, or names a member twice."));
        }
    }

    public static Problem Wrong(string name, string found) => Wrong(
        new Dictionary<string, string[]>(StringComparer.Ordinal) { [name] = [$"{name} {found}."] });

    private static (VisitorProblem?, Problem?) Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return (null, new Problem(StatusCodes.Status400BadRequest, $"The body must be a JSON object, found {body.ValueKind}."));
        }

        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (!body.TryGetProperty("videoId", out var video) || video.ValueKind != JsonValueKind.Number
            || !video.TryGetInt32(out var videoId) || videoId < 1)
        {
            errors["videoId"] = ["videoId must be the id of one of the film's videos, a whole number from 1."];
            videoId = 0;
        }

        ProblemReason reason = default;
        if (!body.TryGetProperty("reason", out var word) || word.ValueKind != JsonValueKind.String
            || !Reasons.TryGetValue(word.GetString()!, out reason))
        {
            errors["reason"] = [$"reason must be one of {string.Join(", ", Reasons.Keys)}."];
        }

        return errors.Count == 0 ? (new VisitorProblem(videoId, reason), null) : (null, Wrong(errors));
    }

    private static Problem Wrong(Dictionary<string, string[]> errors) =>
        new(StatusCodes.Status400BadRequest, string.Join(' ', errors.Values.SelectMany(messages => messages))) { Errors = errors };
}
