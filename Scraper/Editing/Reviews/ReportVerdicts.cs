using System.Globalization;
using Metadata.Client;
using Scraper.Journal;

namespace Scraper.Editing.Reviews;

/// <summary>What an editor decides about uploads that visitors say are of another film.</summary>
internal sealed class ReportVerdicts(IServiceProvider services, ReviewScreen screen)
{
    private readonly CheckingClient _checking = services.GetRequiredService<CheckingClient>();
    private readonly EditingClient _editing = services.GetRequiredService<EditingClient>();

    public async Task<ReportedVideo?> FindAsync(int videoId, CancellationToken cancellationToken)
    {
        for (var page = 1; ; page++)
        {
            var read = await _checking.ListReportedAsync(page, cancellationToken);
            if (read.Items.FirstOrDefault(reported => reported.VideoId == videoId) is { } found)
            {
                return found;
            }

            if (read.Items.Count == 0 || page * read.PageSize >= read.Total)
            {
                return null;
            }
        }
    }

    /// <summary>The visitors are right: the upload leaves its film, for another or for one of its own.</summary>
    public async Task<int> AcceptAsync(ReviewId id, int? into, EditorNote note, CancellationToken cancellationToken)
    {
        var reported = await FindAsync(id.Number, cancellationToken)
            ?? throw new UsageException($"There is no open review {id}. See \"scraper review list\".");
        var movie = await services.GetRequiredService<MetadataClient>()
            .GetMovieAsync(reported.MovieId, includeInactive: true, cancellationToken);
        if (movie.Videos.Count == 1 && into is null)
        {
            throw new UsageException(string.Create(
                CultureInfo.InvariantCulture,
                $"{id} is the only upload of film {movie.Id}. Name its film with --into, or correct the film: scraper movies edit {movie.Id}"));
        }

        var own = movie.Videos.Count == 1
            ? movie
            : await _editing.SplitAsync(movie.Id, [reported.VideoId], note, cancellationToken);
        var film = into is { } other ? await _editing.MergeAsync(own.Id, other, note, cancellationToken) : own;
        return screen.Tell(
            new DecisionAnswer(CliJson.Schema, id.ToString(), ReviewDecision.Accepted, film.Id),
            $"{id} accepted: the upload is in film {Movies.MovieScreen.NameOf(film)}.");
    }

    /// <summary>The visitors are wrong.</summary>
    public async Task<int> RejectAsync(ReviewId id, EditorNote note, CancellationToken cancellationToken)
    {
        await _checking.DismissAsync(id.Number, note, cancellationToken);
        return screen.Tell(
            new DecisionAnswer(CliJson.Schema, id.ToString(), ReviewDecision.Rejected),
            $"{id} rejected: the upload stays in its film.");
    }
}
