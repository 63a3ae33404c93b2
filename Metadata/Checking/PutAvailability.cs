using Metadata.Client;
using Metadata.Data;
using Metadata.Editing;
using Metadata.Movies;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Checking;

internal static class PutAvailability
{
    private const int MaxChecks = 50_000;
    private const int IdsAtOnce = 1_000;

    /// <summary>Takes in one run of checks. An upload not found is suspect, and gone when it is still not found six hours
    /// later; one that plays is well at once. If more than 20 % of a source's uploads got worse, nothing is written and
    /// the report names the source.</summary>
    internal static async Task<Results<Ok<AvailabilityReport>, ProblemHttpResult>> Handle(
        HttpRequest request, Catalogue catalogue, CancellationToken cancellationToken)
    {
        var order = await RequestBody.ReadListAsync(request, MaxChecks, Read, cancellationToken);
        return order.Problem is not null
            ? order.Problem
            : TypedResults.Ok(await catalogue.ChangeAsync(
                EditorHeaders.Read(request, "availability"), (change, token) => ApplyAsync(change.Db, order.Value!, token),
                cancellationToken));
    }

    private static AvailabilityCheck Read(JsonFields fields) => new(
        fields.Required("source", MovieModel.MaxSourceLength), fields.Required("externalId", MovieModel.MaxExternalIdLength),
        fields.RequiredChoice<CheckResult>("result"), fields.RequiredTime("checkedAt"));

    private static async Task<AvailabilityReport> ApplyAsync(
        MoviesDb db, IReadOnlyList<AvailabilityCheck> checks, CancellationToken cancellationToken)
    {
        var run = new CheckRun(await ReadKnownAsync(db, checks, cancellationToken), checks);
        if (run.Braked.Count > 0)
        {
            return new AvailabilityReport(run.Checked, 0, run.Unknown, run.Braked);
        }

        foreach (var some in run.Told.Chunk(IdsAtOnce))
        {
            await WriteAsync(db, some.ToDictionary(video => video.Id), cancellationToken);
        }

        return new AvailabilityReport(run.Checked, run.Changed, run.Unknown, []);
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
                    (source.Key, video.ExternalId), new CheckedVideo(video.Id, source.Key, video.Availability, video.CheckedAt)));
            }
        }

        return known;
    }

    private static async Task WriteAsync(
        MoviesDb db, Dictionary<int, CheckedVideo> told, CancellationToken cancellationToken)
    {
        var ids = told.Keys.ToList();
        var movieIds = await db.Videos.Where(video => ids.Contains(video.Id)).Select(video => video.MovieId).ToListAsync(cancellationToken);
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
}
