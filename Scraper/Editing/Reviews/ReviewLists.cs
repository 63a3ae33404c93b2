using Metadata.Client;
using Scraper.Journal;

namespace Scraper.Editing.Reviews;

/// <summary>All kinds of doubt in one list.</summary>
internal sealed class ReviewLists(IServiceProvider services, ReviewScreen screen)
{
    public async Task<int> ListAsync(int page, CancellationToken cancellationToken)
    {
        var (uploads, total) = await services.GetRequiredService<ReviewList>().ListOpenAsync(page, cancellationToken);
        List<ReviewEntry> entries = [.. uploads.Select(ReviewEntry.Of)];
        try
        {
            var matches = await services.GetRequiredService<EditingClient>().ListReviewsAsync(page, cancellationToken);
            entries.AddRange(matches.Items.Select(ReviewEntry.Of));
            var reported = await services.GetRequiredService<CheckingClient>().ListReportedAsync(page, cancellationToken);
            entries.AddRange(reported.Items.Select(ReviewEntry.Of));
            screen.WriteList(entries, total + matches.Total + reported.Total, page);
            return ExitCode.Done;
        }
        catch (MetadataException away)
        {
            screen.Terminal.Error.WriteLine($"Without the matches in doubt: {away.Message}");
            screen.WriteList(entries, total, page);
            return ExitCode.Partly;
        }
    }

    public async Task<int> ShowAsync(ReviewId id, CancellationToken cancellationToken)
    {
        var (entry, choice) = id.Kind switch
        {
            ReviewKind.Upload => await ReadUploadAsync(id, cancellationToken),
            ReviewKind.Match => await FindMatchAsync(id.Number, cancellationToken) is { } review
                ? (ReviewEntry.Of(review), ReviewChoice.Of(review)) : default,
            _ => await new ReportVerdicts(services, screen).FindAsync(id.Number, cancellationToken) is { } reported
                ? (ReviewEntry.Of(reported), ReviewChoice.Of(reported)) : default,
        };
        screen.Write(entry ?? throw new UsageException($"There is no open review {id}. See \"scraper review list\"."), choice);
        return ExitCode.Done;
    }

    private async Task<(ReviewEntry?, ReviewChoice?)> ReadUploadAsync(ReviewId id, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<ReviewList>().FindAsync(id.Number, cancellationToken) is not { } item)
        {
            return default;
        }

        var (upsert, problem) = await new UploadVerdicts(services, screen).PrepareAsync(item, cancellationToken);
        return (ReviewEntry.Of(item), item.Decision is null ? ReviewChoice.Of(upsert, problem) : null);
    }

    private async Task<MatchReview?> FindMatchAsync(int number, CancellationToken cancellationToken)
    {
        var editing = services.GetRequiredService<EditingClient>();
        for (var page = 1; ; page++)
        {
            var read = await editing.ListReviewsAsync(page, cancellationToken);
            if (read.Items.FirstOrDefault(review => review.Id == number) is { } found)
            {
                return found;
            }

            if (read.Items.Count == 0 || page * read.PageSize >= read.Total)
            {
                return null;
            }
        }
    }
}
