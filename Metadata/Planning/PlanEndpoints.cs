using Metadata.Client;
using Metadata.Editing;
using Metadata.OpenApi;
using Microsoft.AspNetCore.Mvc;

namespace Metadata.Planning;

internal static class PlanEndpoints
{
    public static void MapPlans(this IEndpointRouteBuilder app)
    {
        var plans = app.MapWrites("/api/v1/movies", "Editing");
        plans.MapPost("/plan", PlanMovies.Handle).WithName(nameof(PlanMovies)).TakesJson<IReadOnlyList<MovieUpsert>>()
            .WithMetadata(new RequestSizeLimitAttribute(MoviePlan.MaxBytes));
        plans.MapPut("/plan", ApplyPlan.Handle).WithName(nameof(ApplyPlan)).Takes(ApplyPlan.Parameters)
            .TakesJson<IReadOnlyList<PlannedMovie>>().WithMetadata(new RequestSizeLimitAttribute(MoviePlan.MaxBytes));
    }
}
