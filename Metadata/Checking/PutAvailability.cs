using Metadata.Client;
using Metadata.Data;
using Metadata.Editing;
using Metadata.Leases;
using Metadata.Movies;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using static Metadata.Movies.ParameterShapes;

namespace Metadata.Checking;

internal static class PutAvailability
{
    private const int MaxChecks = 50_000;
    private const int IdsAtOnce = 1_000;

    internal static readonly IReadOnlyList<QueryParameter<Query>> Parameters =
    [
        Flag<Query>("dryRun", "Tell what would change and write nothing.", query => query.DryRun, (query, dry) => query with { DryRun = dry }),
    ];

    /// <summary>Takes in one run of checks. An upload not found is suspect, and gone when it is still not found six hours
    /// later; one that plays is well at once. If more than 20 % of a source's uploads got worse, nothing is written and
    /// the report names the source.</summary>
    internal static async Task<Results<Ok<AvailabilityReport>, ProblemHttpResult>> Handle(
        HttpRequest request, Catalogue catalogue, MoviesDb db, CancellationToken cancellationToken)
    {
        var query = Parameters.Read(request.Query, new Query(), out var errors);
        if (errors.Count > 0)
        {
            return Problems.BadParameters(errors);
        }

        var lease = LeaseCheck.Read(request, out var unreadable);
        if (unreadable is not null)
        {
            return unreadable;
        }

        var order = await RequestBody.ReadListAsync(request, MaxChecks, Read, cancellationToken);
        if (order.Problem is not null)
        {
            return order.Problem;
        }

        if (query.DryRun)
        {
            return TypedResults.Ok(Report(new CheckRun(await ReadKnownAsync(db, order.Value!, cancellationToken), order.Value!)));
        }

        return await catalogue.ChangeAsync(
            EditorHeaders.Read(request, "availability"),
            async Task<Results<Ok<AvailabilityReport>, ProblemHttpResult>> (change, token) =>
                await LeaseCheck.RefuseAsync(change.Db, lease, token) is { } stale
                    ? stale
                    : TypedResults.Ok(await ApplyAsync(change.Db, order.Value!, token)),
            cancellationToken);
    }

    private static AvailabilityCheck Read(JsonFields fields) => new(
        fields.Required("source", MovieModel.MaxSourceLength), fields.Required("externalId", MovieModel.MaxExternalIdLength),
        fields.RequiredChoice<CheckResult>("result"), fields.RequiredTime("checkedAt"));

    private static AvailabilityReport Report(CheckRun run) => new(
        run.Checked, run.Braked.Count > 0 ? 0 : run.Changes.Count, run.Unknown, run.Braked, run.Changes);

    private static async Task<AvailabilityReport> ApplyAsync(
        MoviesDb db, IReadOnlyList<AvailabilityCheck> checks, CancellationToken cancellationToken)
    {
        var known = await ReadKnownAsync(db, checks, cancellationToken);
        var run = new CheckRun(known, checks);
        if (run.Braked.Count == 0)
        {
            foreach (var some in run.Told.Chunk(IdsAtOnce))
            {
                await WriteAsync(db, some.ToDictionary(video => video.Id), cancellationToken);
            }

            await AskedVideos.NoteAsync(db, known, checks, cancellationToken);
        }

        return Report(run);
    }

    private static async Task<Dictionary<(string Source, string ExternalId), CheckedVideo>> ReadKnownAsync(
        MoviesDb db, IReadOnlyList<AvailabilityCheck> checks, CancellationToken cancellationToken)
    {
        var known = new Dictionary<(string, string), CheckedVideo>();
        foreach (var source in checks.GroupBy(check => check.Source, check => check.ExternalId, StringComparer.Ordinal))
        {
            foreach (var ids in source.Distinct(StringComparer.Ordinal).Chunk(IdsAtOnce))
            {
                var videos = await db.Videos.AsNoTracking()
                    .Where(video => video.Source == source.Key && ids.Contains(video.ExternalId))
                    .Select(video => new { video.Id, video.ExternalId, video.Availability, video.CheckedAt })
                    .ToListAsync(cancellationToken);
                videos.ForEach(video => known.Add(
                    (source.Key, video.ExternalId), new CheckedVideo(
                        video.Id, source.Key, video.ExternalId, video.Availability, video.CheckedAt)));
            }
        }

        return known;
    }

    private static async Task WriteAsync(
        MoviesDb db, Dictionary<int, CheckedVideo> told, CancellationToken cancellationToken)
    {
        var ids = told.Keys.ToList();
        var movieIds = await db.Videos.Where(video => ids.Contains(video.Id)).Select(video => video.MovieId)
            .ToListAsync(cancellationToken);
        var movies = await StoredMovies.ReadAsync(db, movieIds, cancellationToken);
        foreach (var movie in movies.Values)
        {
            foreach (var video in movie.Videos.Where(video => told.ContainsKey(video.Id)))
            {
                video.Availability = told[video.Id].State;
                video.CheckedAt = told[video.Id].CheckedAt;
            }

            movie.IsAvailable = movie.Videos.Exists(video => video.Plays);
        }
    }

    internal sealed record Query(bool DryRun = false);
}
