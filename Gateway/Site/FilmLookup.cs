using System.Net;
using Metadata.Client;

namespace Gateway.Site;

/// <summary>Finds out what is behind a film's id.</summary>
internal sealed partial class FilmLookup(
    MetadataClient metadata, FilmMemory memory, TimeProvider clock, ILogger<FilmLookup> logger)
{
    /// <summary>The site's shell and a drawn poster do without Metadata, so they do not wait long for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public async Task<Film> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (memory.Recall(id) is { } known)
        {
            return known;
        }

        var film = await AskAsync(id, cancellationToken);
        if (film.State != FilmState.Unclear)
        {
            memory.Remember(id, film);
        }

        return film;
    }

    private async Task<Film> AskAsync(int id, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return new Film(FilmState.Known, await metadata.GetMovieAsync(id, includeInactive: false, either.Token));
        }
        catch (MetadataException refused) when (refused.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            return refused.Status == HttpStatusCode.Gone ? Film.TakenDown : Film.NotThere;
        }
        catch (Exception failure) when (failure is MetadataException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Unclear(id, failure.Message);
            return Film.Unclear;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Metadata could not say what film {Id} is: {Reason}")]
    private partial void Unclear(int id, string reason);
}
