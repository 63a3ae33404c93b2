using Gateway.Edge;
using Gateway.Site;
using Metadata.Client;
using Microsoft.AspNetCore.Http.HttpResults;
using FilmLookup = Gateway.Site.FilmLookup;

namespace Gateway.Reports;

internal static class ReportProblem
{
    /// <summary>Takes a visitor's word that an upload of a film does not play, is gone, is of another film, or looks poor.
    /// It schedules a check and changes nothing by itself.</summary>
    internal static async Task<Results<Accepted, Problem>> Handle(
        int id, HttpContext context, FilmLookup films, VisitorReports reports, CancellationToken cancellationToken)
    {
        var (problem, refusal) = await ProblemReader.ReadAsync(context.Request, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var note = new ProblemNote(id, problem!.VideoId, problem.Reason);
        return Doubt(note, await films.FindAsync(id, cancellationToken)) is { } doubt ? doubt
            : reports.TryReport(context.Connection.RemoteIpAddress, note) ? TypedResults.Accepted((string?)null)
            : ReportEndpoints.NoRoom;
    }

    /// <summary>What does not fit the film; nothing when Metadata cannot be asked, which sorts it out later.</summary>
    private static Problem? Doubt(ProblemNote note, Film film) => film.State switch
    {
        FilmState.NotThere => new Problem(StatusCodes.Status404NotFound, $"There is no film with id {note.MovieId}."),
        FilmState.TakenDown => new Problem(StatusCodes.Status410Gone, $"The film with id {note.MovieId} was taken down for good."),
        FilmState.Known when film.Movie!.Videos.All(video => video.Id != note.VideoId) =>
            ProblemReader.Wrong("videoId", $"is {note.VideoId}, which is no video of the film with id {note.MovieId}"),
        _ => null,
    };
}
