using System.Text.Json;
using Metadata.Client;
using Scraper.Classifying;
using Scraper.Enriching;
using Scraper.Journal;
using Scraper.Normalizing;
using Scraper.Normalizing.Scanning;
using Scraper.Publishing;

namespace Scraper.Editing.Reviews;

/// <summary>What an editor says of an upload that may be a film.</summary>
internal sealed class UploadVerdicts(IServiceProvider services, ReviewScreen screen)
{
    private readonly ReviewList _reviews = services.GetRequiredService<ReviewList>();

    public async Task<int> AcceptAsync(ReviewId id, int? into, EditorNote note, CancellationToken cancellationToken)
    {
        var item = await RequireAsync(id, cancellationToken);
        var (upsert, problem) = await PrepareAsync(item, cancellationToken);
        if (upsert is null)
        {
            screen.Terminal.Error.WriteLine(
                $"{id} cannot be published: {problem} Take it in with its right title from a file: \"scraper scrape file --target FILE\".");
            return ExitCode.Failed;
        }

        if (into is { } movieId)
        {
            // A film that is not there is named before anything is written.
            await services.GetRequiredService<MetadataClient>().GetMovieAsync(movieId, includeInactive: true, cancellationToken);
        }

        var payload = JsonSerializer.Serialize(upsert, CatalogueJson.Readable.MovieUpsert);
        if (!await _reviews.AcceptAsync(item, payload, into, note, cancellationToken))
        {
            throw new UsageException($"Somebody has decided on {id} this very moment. See \"scraper review show {id}\".");
        }

        await SendAsync(cancellationToken);
        return await TellAsync(id, into);
    }

    public async Task<int> RejectAsync(ReviewId id, EditorNote note, CancellationToken cancellationToken)
    {
        await RequireAsync(id, cancellationToken);
        return await _reviews.RejectAsync(id.Number, note, cancellationToken)
            ? screen.Tell(
                new DecisionAnswer(CliJson.Schema, id.ToString(), ReviewDecision.Rejected),
                $"{id} rejected: the upload is not asked about again.")
            : throw new UsageException($"Somebody has decided on {id} this very moment. See \"scraper review show {id}\".");
    }

    private async Task<ReviewItem> RequireAsync(ReviewId id, CancellationToken cancellationToken) =>
        await _reviews.FindAsync(id.Number, cancellationToken) switch
        {
            null => throw new UsageException($"There is no review {id}. See \"scraper review list\"."),
            { Decision: { } decision } decided => throw new UsageException(
                $"{id} was {decision.ToString().ToLowerInvariant()} by {decided.DecidedBy} already. "
                + "What is published can be hidden or merged with \"scraper movies\"."),
            { } open => open,
        };

    private async Task<(MovieUpsert? Upsert, string? Problem)> PrepareAsync(ReviewItem item, CancellationToken cancellationToken)
    {
        var known = services.GetRequiredService<KnownFilms>();
        await known.LoadAsync(cancellationToken);
        var year = services.GetRequiredService<TimeProvider>().GetUtcNow().Year;
        var video = JsonSerializer.Deserialize(item.Payload, JournalJson.Default.RawVideo)!;
        var draft = MovieNormalizer.Normalize(ScannedVideo.Of(video), year);
        (draft, _) = known.Enrich(draft, MovieClassifier.Classify(draft, Siblings.None));
        return MovieUpserts.From(draft, year);
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        using var stop = new CancellationTokenSource();
        var sending = services.GetRequiredService<OutboxSender>().RunAsync(stop.Token);
        try
        {
            await services.GetRequiredService<OutboxDrain>().WaitAsync(cancellationToken);
        }
        finally
        {
            await stop.CancelAsync();
            await sending;
        }
    }

    private async Task<int> TellAsync(ReviewId id, int? into)
    {
        var item = (await _reviews.FindAsync(id.Number, CancellationToken.None))!;
        var answer = new DecisionAnswer(CliJson.Schema, id.ToString(), ReviewDecision.Accepted, item.MovieId);
        if (item.Decision is null)
        {
            screen.Terminal.Error.WriteLine($"{id} is in doubt again. {item.Reasons[0]}");
            return ExitCode.Failed;
        }

        if (item.MovieId is not { } movieId)
        {
            var problem = services.GetRequiredService<OutboxSender>().Problem;
            return screen.Tell(
                answer, $"{id} accepted: it waits in the outbox and will be sent by the next run or by \"scraper serve\". {problem}",
                ExitCode.Partly);
        }

        return into is null || into == movieId
            ? screen.Tell(answer, $"{id} accepted: the upload is in film {movieId}.")
            : screen.Tell(
                answer, $"{id} accepted, but it is in film {movieId}; put it into film {into} with \"scraper movies merge {movieId} {into}\".",
                ExitCode.Partly);
    }
}
