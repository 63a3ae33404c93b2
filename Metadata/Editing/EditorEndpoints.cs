using Metadata.Backup;
using Metadata.Checking;
using Metadata.Client;
using Metadata.Editing.Changes;
using Metadata.Editing.Exclusions;
using Metadata.Editing.Merging;
using Metadata.Editing.Reviews;
using Metadata.OpenApi;
using Metadata.Operations;
using Metadata.Plays;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace Metadata.Editing;

/// <summary>The routes of editors, and of the services that report to the catalogue.</summary>
internal static class EditorEndpoints
{
    public static void MapEditing(this IEndpointRouteBuilder app)
    {
        var reads = app.MapGroup("/api/v1").WithTags("Editing");
        reads.MapGet("/changes", ListChanges.Handle).WithName(nameof(ListChanges)).Takes(ListChanges.Parameters);
        reads.MapGet("/exclusions", ListExclusions.Handle).WithName(nameof(ListExclusions)).Takes(EditorPage.Parameters);
        reads.MapGet("/reviews", ListReviews.Handle).WithName(nameof(ListReviews)).Takes(EditorPage.Parameters);
        reads.MapGet("/movies/{id:int}/provenance", ExplainMovie.Handle).WithName(nameof(ExplainMovie))
            .Refuses(Status404NotFound);

        MapFilms(app.MapWrites("/api/v1/movies", "Editing"));
        var writes = app.MapWrites("/api/v1", "Editing");
        writes.MapPost("/changes/{set}/undo", UndoChanges.Handle).WithName(nameof(UndoChanges)).ProducesValidationProblem()
            .Refuses(Status404NotFound, Status409Conflict);
        writes.MapPost("/exclusions", AddExclusion.Handle).WithName(nameof(AddExclusion)).TakesJson<ExclusionDraft>();
        writes.MapDelete("/exclusions/{id:int}", RemoveExclusion.Handle).WithName(nameof(RemoveExclusion))
            .Refuses(Status404NotFound);
        writes.MapPost("/reviews/{id:int}/accept", AcceptReview.Handle).WithName(nameof(AcceptReview)).TakesJson<AcceptOrder>()
            .Refuses(Status404NotFound, Status409Conflict);
        writes.MapPost("/reviews/{id:int}/reject", RejectReview.Handle).WithName(nameof(RejectReview))
            .Refuses(Status404NotFound, Status409Conflict);

        var reports = app.MapWrites("/api/v1", "Reports");
        reports.MapPut("/videos/availability", PutAvailability.Handle).WithName(nameof(PutAvailability))
            .TakesJson<IReadOnlyList<AvailabilityCheck>>();
        reports.MapPost("/plays", CountPlays.Handle).WithName(nameof(CountPlays)).TakesJson<IReadOnlyList<PlayCount>>()
            .Refuses(Status422UnprocessableEntity);
        app.MapWrites("/api/v1", "Copies").MapCopies();
    }

    /// <summary>Routes that want the write key.</summary>
    public static RouteGroupBuilder MapWrites(this IEndpointRouteBuilder app, string prefix, string tag) =>
        app.MapGroup(prefix).WithTags(tag).AddEndpointFilter<RequireWriteKey>().WithMetadata(new NeedsWriteKey())
            .ProducesProblem(Status401Unauthorized)
            .ProducesProblem(Status503ServiceUnavailable).ProducesProblem(Status507InsufficientStorage);

    private static void MapFilms(RouteGroupBuilder films)
    {
        films.MapPost("/", CreateMovie.Handle).WithName(nameof(CreateMovie)).TakesJson<MovieEdit>();
        films.MapPatch("/", EditMovies.Handle).WithName(nameof(EditMovies)).Takes(EditMovies.Parameters)
            .TakesJson<IReadOnlyList<BulkEdit>>();
        films.MapPatch("/{id:int}", EditMovie.Handle).WithName(nameof(EditMovie)).TakesJson<MovieEdit>()
            .Refuses(Status404NotFound, Status409Conflict);
        films.MapDelete("/{id:int}", HideMovie.Handle).WithName(nameof(HideMovie)).Takes(HideMovie.Parameters)
            .Refuses(Status404NotFound, Status409Conflict);
        films.MapPost("/{id:int}/unlock", UnlockMovie.Handle).WithName(nameof(UnlockMovie)).TakesJson<UnlockOrder>()
            .Refuses(Status404NotFound, Status409Conflict);
        films.MapPost("/{id:int}/merge", MergeMovies.Handle).WithName(nameof(MergeMovies)).TakesJson<MergeOrder>()
            .Refuses(Status404NotFound, Status409Conflict);
        films.MapPost("/{id:int}/split", SplitMovie.Handle).WithName(nameof(SplitMovie)).TakesJson<SplitOrder>()
            .Refuses(Status404NotFound, Status409Conflict);
    }
}
