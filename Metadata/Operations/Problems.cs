using Microsoft.AspNetCore.Http.HttpResults;

namespace Metadata.Operations;

/// <summary>The refusals of this service.</summary>
internal static class Problems
{
    public static ProblemHttpResult Create(int status, string detail) => TypedResults.Problem(detail, statusCode: status);

    public static ProblemHttpResult NoMovie(int id) => NotFound($"There is no film with id {id}, or it is hidden.");

    public static ProblemHttpResult UnknownMovie(int id) => NotFound($"There is no film with id {id}.");

    public static ProblemHttpResult TakenDown(int id) =>
        Create(StatusCodes.Status410Gone, $"The film with id {id} was taken down for good.");

    public static ProblemHttpResult Conflict(string detail) => Create(StatusCodes.Status409Conflict, detail);

    public static ProblemHttpResult NotFound(string detail) => Create(StatusCodes.Status404NotFound, detail);

    public static ProblemHttpResult BadBody(string detail) => Create(StatusCodes.Status400BadRequest, detail);

    public static ProblemHttpResult BadParameter(string name, string problem) =>
        BadParameters(new(StringComparer.Ordinal) { [name] = [$"{name} {problem}."] });

    /// <param name="errors">What is wrong, by parameter or field; all of it.</param>
    public static ProblemHttpResult BadParameters(Dictionary<string, string[]> errors) =>
        TypedResults.Problem(new HttpValidationProblemDetails(errors)
        {
            Status = StatusCodes.Status400BadRequest,
            Detail = string.Join(" ", errors.Values.SelectMany(messages => messages)),
        });
}
