using System.Text.Json;
using Scraper.Classifying;
using Scraper.Enriching;
using Scraper.Journal;
using Scraper.Normalizing;
using Scraper.Normalizing.Scanning;
using Scraper.Publishing;
using Scraper.Sources;

namespace Scraper.Collecting;

/// <summary>Takes one page from raw videos to films ready to publish. Touches nothing outside.</summary>
/// <param name="known">Films whose facts are certain.</param>
/// <param name="currentYear">Later years in titles are not years of release.</param>
internal sealed class PageJudge(KnownFilms known, int currentYear)
{
    /// <summary>What tells a video from all others.</summary>
    public static string KeyOf(RawVideo video) => $"{video.Source}/{video.ExternalId}";

    /// <summary>The keys of all items of a page that have one, each once.</summary>
    public static IReadOnlyCollection<string> KeysOf(string source, SourcePage page) =>
        page.Rejects.Select(item => KeyOf(source, item)).OfType<string>().Concat(page.Videos.Select(KeyOf))
            .ToHashSet(StringComparer.Ordinal);

    /// <param name="isKnown">Tells videos that an earlier page had.</param>
    /// <param name="room">How many more videos the run may see.</param>
    public PageOutcome Judge(
        string source, SourceTarget target, SourcePage page, Func<string, bool> isKnown, int room)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var seen = 0;
        var unreadable = page.Rejects.Where(item => IsNew(KeyOf(source, item)))
            .Select(item => new FailedItem(item.ExternalId, CollectStep.Parse, item.Reason, item.Payload)).ToList();
        // Reading titles is most of a run's work, and one has nothing to do with another.
        var scanned = page.Videos.AsParallel().AsOrdered().Select(ScannedVideo.Of).ToList();
        var siblings = Siblings.Of(scanned);
        var judged = scanned.Where(video => IsNew(KeyOf(video.Raw))).ToList()
            .AsParallel().AsOrdered().Select(video => Judge(video, siblings)).ToList();
        return new PageOutcome
        {
            Target = target,
            NextCursor = page.NextCursor,
            VideoKeys = [.. keys],
            Videos = [.. judged.Select(item => item.Video).OfType<JudgedVideo>()],
            Failures = [.. unreadable, .. judged.Select(item => item.Failure).OfType<FailedItem>()],
        };

        bool IsNew(string? key)
        {
            if (seen >= room || (key is not null && (isKnown(key) || !keys.Add(key))))
            {
                return false;
            }

            seen++;
            return true;
        }
    }

    /// <returns>One of the two.</returns>
    private (JudgedVideo? Video, FailedItem? Failure) Judge(ScannedVideo video, Siblings siblings)
    {
        try
        {
            var draft = MovieNormalizer.Normalize(video, currentYear);
            var verdict = MovieClassifier.Classify(draft, siblings);
            (draft, verdict) = known.Enrich(draft, verdict);
            if (verdict is { Kind: not VideoKind.Film, NeedsReview: false })
            {
                return (new JudgedVideo(draft, verdict, Upsert: null), null);
            }

            var (upsert, problem) = MovieUpserts.From(draft, currentYear);
            return upsert is null && !verdict.NeedsReview
                ? (null, Failed(video.Raw, CollectStep.Outbox, problem!))
                : (new JudgedVideo(draft, verdict, upsert), null);
        }
        catch (Exception mistake) when (mistake is not OutOfMemoryException)
        {
            // A title that trips the rules is one item lost to review, not a run.
            return (null, Failed(video.Raw, CollectStep.Normalize, $"The rules failed on this title: {mistake.Message}"));
        }
    }

    private static string? KeyOf(string source, RejectedItem item) => item.ExternalId is { } id ? $"{source}/{id}" : null;

    private static FailedItem Failed(RawVideo video, string step, string reason) => new(
        video.ExternalId, step, reason, JsonSerializer.Serialize(video, JournalJson.Default.RawVideo));
}
