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
        var videos = new List<JudgedVideo>();
        var failures = new List<FailedItem>();
        var scanned = page.Videos.Select(ScannedVideo.Of).ToList();
        var siblings = Siblings.Of(scanned);
        foreach (var item in page.Rejects.Where(item => IsNew(KeyOf(source, item))))
        {
            failures.Add(new FailedItem(item.ExternalId, CollectStep.Parse, item.Reason, item.Payload));
        }

        foreach (var video in scanned.Where(video => IsNew(KeyOf(video.Raw))))
        {
            Judge(video, siblings, videos, failures);
        }

        return new PageOutcome
        {
            Target = target,
            NextCursor = page.NextCursor,
            VideoKeys = [.. keys],
            Videos = videos,
            Failures = failures,
        };

        bool IsNew(string? key)
        {
            return videos.Count + failures.Count < room && (key is null || (!isKnown(key) && keys.Add(key)));
        }
    }

    private void Judge(ScannedVideo video, Siblings siblings, List<JudgedVideo> videos, List<FailedItem> failures)
    {
        try
        {
            var draft = MovieNormalizer.Normalize(video, currentYear);
            var verdict = MovieClassifier.Classify(draft, siblings);
            (draft, verdict) = known.Enrich(draft, verdict);
            if (verdict is { Kind: not VideoKind.Film, NeedsReview: false })
            {
                videos.Add(new JudgedVideo(draft, verdict, Upsert: null));
                return;
            }

            var (upsert, problem) = MovieUpserts.From(draft, currentYear);
            if (upsert is null && !verdict.NeedsReview)
            {
                failures.Add(Failed(video.Raw, CollectStep.Outbox, problem!));
                return;
            }

            videos.Add(new JudgedVideo(draft, verdict, upsert));
        }
        catch (Exception mistake) when (mistake is not OutOfMemoryException)
        {
            // A title that trips the rules is one item lost to review, not a run.
            failures.Add(Failed(video.Raw, CollectStep.Normalize, $"The rules failed on this title: {mistake.Message}"));
        }
    }

    private static string? KeyOf(string source, RejectedItem item) => item.ExternalId is { } id ? $"{source}/{id}" : null;

    private static FailedItem Failed(RawVideo video, string step, string reason) => new(
        video.ExternalId, step, reason, JsonSerializer.Serialize(video, JournalJson.Default.RawVideo));
}
