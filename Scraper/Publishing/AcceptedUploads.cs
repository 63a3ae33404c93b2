using System.Text.Json;
using Metadata.Client;
using Scraper.Journal;

namespace Scraper.Publishing;

/// <summary>What becomes of uploads that an editor has accepted, once Metadata has taken them. All of it may be done
/// again after a crash: the batch is answered the same and what is in its place is left there.</summary>
internal sealed partial class AcceptedUploads(
    ReviewList reviews, MetadataClient metadata, EditingClient editing, ILogger<AcceptedUploads> logger)
{
    /// <exception cref="MetadataException">Metadata cannot be asked now.</exception>
    public async Task SettleAsync(OutboxBatch batch, UpsertReport report, CancellationToken cancellationToken)
    {
        foreach (var entry in batch.Entries.Where(entry => entry.ReviewId is not null))
        {
            var answer = report.Results.FirstOrDefault(result =>
                result.Source == entry.Source && result.ExternalId == entry.ExternalId);
            await SettleAsync(entry, answer, cancellationToken);
        }
    }

    /// <summary>Metadata will never take the batch; of several films it is not known yet which one is to blame.</summary>
    public Task RefuseAsync(OutboxBatch batch, string reason, CancellationToken cancellationToken) =>
        batch.Entries is [{ ReviewId: { } id }]
            ? reviews.ReopenAsync(id, $"Metadata refused it: {reason}", cancellationToken)
            : Task.CompletedTask;

    private async Task SettleAsync(OutboxEntry entry, UpsertResult? answer, CancellationToken cancellationToken)
    {
        var id = entry.ReviewId!.Value;
        if (await reviews.FindAsync(id, cancellationToken) is not { } item)
        {
            return;
        }

        if (answer is null or { Status: UpsertStatus.Rejected })
        {
            await reviews.ReopenAsync(id, $"Metadata refused it: {answer?.Reason ?? "no answer"}", cancellationToken);
            return;
        }

        var movieId = item.IntoMovieId is { } into && answer.MovieId is { } found && found != into
            ? await TryMoveAsync(entry, found, into, new EditorNote(item.DecidedBy ?? "editor", item.DecisionReason), cancellationToken)
            : answer.MovieId;
        await reviews.KeepMovieAsync(id, movieId, cancellationToken);
    }

    /// <returns>The film that the upload is in at last.</returns>
    private async Task<int> TryMoveAsync(
        OutboxEntry entry, int found, int into, EditorNote note, CancellationToken cancellationToken)
    {
        try
        {
            await MoveAsync(entry, found, into, note, cancellationToken);
            return into;
        }
        catch (MetadataException refused) when (!refused.IsTransient)
        {
            LogNotMoved(entry.Source, entry.ExternalId, found, into, refused.Message);
            return found;
        }
    }

    private async Task MoveAsync(OutboxEntry entry, int found, int into, EditorNote note, CancellationToken cancellationToken)
    {
        var page = JsonSerializer.Deserialize(entry.Payload, MetadataJson.Default.MovieUpsert)!.SourceUrl;
        var goal = await metadata.GetMovieAsync(into, includeInactive: true, cancellationToken);
        if (goal.Videos.Any(IsUpload))
        {
            return;
        }

        var movie = await metadata.GetMovieAsync(found, includeInactive: true, cancellationToken);
        var own = movie.Videos.Where(IsUpload).Select(video => video.Id).ToList();
        var single = own.Count < movie.Videos.Count
            ? await editing.SplitAsync(found, own, note, cancellationToken)
            : movie;
        await editing.MergeAsync(single.Id, into, note, cancellationToken);

        bool IsUpload(MovieVideo video) => video.Source == entry.Source && video.SourceUrl == page;
    }

    [LoggerMessage(Level = LogLevel.Error,
        Message = "{Source}/{ExternalId} is in film {Found}; putting it into film {Into} was refused: {Reason}")]
    private partial void LogNotMoved(string source, string externalId, int found, int into, string reason);
}
