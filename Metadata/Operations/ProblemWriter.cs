using System.Diagnostics;
using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Serialization;
using Metadata.Movies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Metadata.Operations;

/// <summary>Writes every error as problem+json, whatever the caller says it accepts.</summary>
internal sealed class ProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (http, problem) = (context.HttpContext, context.ProblemDetails);
        var status = problem.Status ?? http.Response.StatusCode;
        problem.Status = status;
        problem.Title = ReasonPhrases.GetReasonPhrase(status);
        // The framework fills in a link to the standard, which says no more than the status.
        problem.Type = problem.Type?.StartsWith(StorageFailure.TypePrefix, StringComparison.Ordinal) == true
            ? problem.Type
            : "about:blank";
        problem.Detail ??= Explain(http, status);
        problem.Extensions["traceId"] = Activity.Current?.Id ?? http.TraceIdentifier;
        http.Response.StatusCode = status;
        await http.Response.WriteAsJsonAsync(
            problem, problem.GetType(), ProblemJson.Readable, MediaTypeNames.Application.ProblemJson, http.RequestAborted);
    }

    private static string Explain(HttpContext http, int status) => status switch
    {
        StatusCodes.Status404NotFound => $"There is nothing at {http.Request.Path}. The addresses of this service stand at /swagger.",
        StatusCodes.Status405MethodNotAllowed => $"{http.Request.Method} is not possible here; {http.Response.Headers.Allow} is.",
        StatusCodes.Status415UnsupportedMediaType => "The body must be application/json.",
        >= StatusCodes.Status500InternalServerError => "The service failed; the log explains it under this traceId.",
        _ => ReasonPhrases.GetReasonPhrase(status),
    };
}

[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(HttpValidationProblemDetails))]
internal sealed partial class ProblemJson : JsonSerializerContext
{
    public static readonly ProblemJson Readable = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = Wire.Encoder,
    });
}
