using Gateway.Edge;
using Microsoft.AspNetCore.Mvc;

namespace Gateway.Reports;

/// <summary>The two things that visitors may send.</summary>
internal static class ReportEndpoints
{
    public static readonly Problem NoRoom = new(
        StatusCodes.Status503ServiceUnavailable, "Nothing more can be taken down at the moment. Try again later.")
    {
        RetryAfter = TimeSpan.FromMinutes(1),
    };

    public static void MapReports(this IEndpointRouteBuilder app)
    {
        var reports = app.MapGroup("/api/v1/movies/{id:int:min(1)}").WithTags("Reports").OnlyFromOwnSite()
            .WithMetadata(new RequestSizeLimitAttribute(ProblemReader.MaxBodyBytes))
            .Fails(
                StatusCodes.Status403Forbidden, StatusCodes.Status413PayloadTooLarge,
                StatusCodes.Status429TooManyRequests, StatusCodes.Status503ServiceUnavailable);

        reports.MapPost("/plays", CountPlay.Handle).WithName(nameof(CountPlay)).Produces(StatusCodes.Status202Accepted);
        reports.MapPost("/problems", ReportProblem.Handle).WithName(nameof(ReportProblem))
            .Accepts<VisitorProblem>("application/json").Produces(StatusCodes.Status202Accepted)
            .Fails(
                StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status410Gone,
                StatusCodes.Status415UnsupportedMediaType);
    }
}
