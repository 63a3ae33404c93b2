using System.Net;
using System.Text.Json;
using Gateway.Edge;
using Gateway.Site.Posters;
using Metadata.Client;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Gateway.Catalog;

/// <summary>Hands a question on to Metadata and its answer back: the bytes as they are when it is an answer or a
/// refusal that concerns the visitor, a problem of our own when it is a failure.</summary>
internal sealed partial class CatalogRelay(
    MetadataClient metadata, PictureJson pictures, IOptions<CatalogOptions> options, TimeProvider clock,
    ILogger<CatalogRelay> logger)
{
    private readonly CatalogOptions _options = options.Value;

    /// <param name="path">Below Metadata's /api/v1/.</param>
    /// <param name="parameters">A canonical query, may be empty.</param>
    public async Task<Results<FinishedAnswer, Problem>> AnswerAsync(
        string path, string parameters, string cacheControl, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(_options.Deadline, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            var address = parameters.Length == 0 ? $"api/v1/{path}" : $"api/v1/{path}?{parameters}";
            using var answer = await metadata.ReadAsync(address, either.Token);
            return await HandOnAsync(answer, cacheControl, either.Token);
        }
        catch (OperationCanceledException)
            when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            Late(path, _options.Deadline);
            return UpstreamProblems.Late;
        }
        catch (Exception broken)
            when (broken is MetadataException or HttpRequestException or IOException or JsonException)
        {
            Unreachable(path, broken.Message);
            return UpstreamProblems.Unreachable;
        }
    }

    private async Task<Results<FinishedAnswer, Problem>> HandOnAsync(
        HttpResponseMessage answer, string cacheControl, CancellationToken cancellationToken)
    {
        var type = answer.Content.Headers.ContentType?.ToString() ?? "";
        var isAnswer = answer.StatusCode == HttpStatusCode.OK
            && type.StartsWith("application/json", StringComparison.Ordinal);
        var isRefusal = answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Gone
            && type.StartsWith(Problem.ContentType, StringComparison.Ordinal);
        if (!isAnswer && !isRefusal)
        {
            Unusable(answer.RequestMessage?.RequestUri?.AbsolutePath, (int)answer.StatusCode, type);
            return UpstreamProblems.Unreachable;
        }

        await answer.Content.LoadIntoBufferAsync(_options.MaxAnswerBytes, cancellationToken);
        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        return isAnswer
            ? Answer(pictures.Rewrite(body), type, cacheControl)
            : new FinishedAnswer(new FinishedBody(body, type), FinishedAnswer.NeverStore, (int)answer.StatusCode);
    }

    private static FinishedAnswer Answer(PicturedJson json, string type, string cacheControl) =>
        new(new FinishedBody(json.Bytes, type), cacheControl) { IsPassing = json.HasUnseen };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Metadata did not answer {Path} within {Deadline}")]
    private partial void Late(string path, TimeSpan deadline);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No {Path} from Metadata: {Reason}")]
    private partial void Unreachable(string path, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Metadata answered {Path} with {Status} of type {ContentType}")]
    private partial void Unusable(string? path, int status, string contentType);
}
