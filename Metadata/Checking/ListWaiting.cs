using Metadata.Client;
using Metadata.Data;
using Metadata.Movies;
using Metadata.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using static Metadata.Movies.ParameterShapes;

namespace Metadata.Checking;

internal static class ListWaiting
{
    private const int DefaultLimit = 500;

    internal static readonly IReadOnlyList<QueryParameter<Query>> Parameters =
    [
        Text<Query>("source", "Only of this source.", MovieModel.MaxSourceLength,
            query => query.Source, (query, source) => query with { Source = source }),
        Whole<Query>("limit", "Most uploads to name.", 1, WaitingVideo.MaxAtOnce,
            query => query.Limit, (query, limit) => query with { Limit = limit }, byDefault: DefaultLimit),
    ];

    /// <summary>Uploads on the site whose host is to be asked whether they play: those that visitors have reported and those
    /// whose second look is due, then those asked about longest ago.</summary>
    internal static async Task<Results<Ok<List<WaitingVideo>>, ProblemHttpResult>> Handle(
        HttpRequest request, MoviesDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var query = Parameters.Read(request.Query, new Query(), out var errors);
        if (errors.Count > 0)
        {
            return Problems.BadParameters(errors);
        }

        var doubtful = clock.GetUtcNow() - CheckedVideo.Patience;
        var waiting = from video in db.Videos.AsNoTracking()
                      where video.ExclusionId == null && video.Movie.IsActive
                          && (query.Source == null || video.Source == query.Source)
                      let asked = db.Asked.Where(asked => asked.VideoId == video.Id)
                          .Select(asked => (DateTimeOffset?)asked.AskedAt).FirstOrDefault() ?? video.CheckedAt
                      let reports = db.Problems
                          .Where(report => report.VideoId == video.Id && report.Reason != ProblemReason.WrongFilm)
                          .Sum(report => report.Count)
                      let isSecondLook = video.Availability == Availability.Suspect && video.CheckedAt < doubtful
                      orderby reports > 0 || isSecondLook descending, asked != null, asked, video.Id
                      select new WaitingVideo(
                          video.Id, video.MovieId, video.Movie.Title, video.Source, video.ExternalId, video.SourceUrl,
                          video.EmbedUrl, video.CheckedAt, reports);
        return TypedResults.Ok(await waiting.Take(query.Limit).ToListAsync(cancellationToken));
    }

    internal sealed record Query(string? Source = null, int Limit = DefaultLimit);
}
