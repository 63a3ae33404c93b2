using Scraper.Collecting.Drift;
using Scraper.Sources;

namespace Scraper.Collecting;

/// <summary>Judges the pages of one run, one after another, leaving out what the run has had.</summary>
internal sealed class RunJudge(RunRequest request, IRunBook book, PageJudge judge)
{
    // Keys of pages that may not be kept yet.
    private readonly Queue<HashSet<string>> _lastKeys = new();
    private int _room = request.Limit is { } limit ? limit - book.Seen : int.MaxValue;
    private volatile bool _isFull = request.Limit <= book.Seen;

    /// <summary>The run may see no more videos.</summary>
    public bool IsFull => _isFull;

    /// <returns>The page as it is to be kept, and whether the target's walk ends with it on known ground.</returns>
    public async Task<(PageOutcome Outcome, bool IsKnownGround)> JudgeAsync(
        SourceTarget target, TargetWalk walk, SourcePage page, CancellationToken cancellationToken)
    {
        var keys = PageJudge.KeysOf(request.Source.Name, page);
        var sightings = await book.RecallAsync(target, keys, cancellationToken);
        var outcome = judge.Judge(request.Source.Name, target, page, IsKnown, _room);
        Remember(outcome);
        var ends = walk.EndsAt(page, [.. keys.Select(key => sightings.GetValueOrDefault(key)).OfType<Sighting>()]);
        outcome = outcome with
        {
            NextCursor = ends ? null : outcome.NextCursor,
            NewestPublishedAt = page.NewestPublishedAt,
            Profile = PageProfile.Of(page, outcome, outcome.Videos.Count(video => !sightings.ContainsKey(video.Key))),
        };
        return (outcome, ends);

        bool IsKnown(string key) =>
            sightings.GetValueOrDefault(key)?.InThisRun == true || _lastKeys.Any(last => last.Contains(key));
    }

    private void Remember(PageOutcome outcome)
    {
        _lastKeys.Enqueue(outcome.VideoKeys.ToHashSet(StringComparer.Ordinal));
        if (_lastKeys.Count > PagesInHand.Most)
        {
            _lastKeys.Dequeue();
        }

        if (request.Limit is not null)
        {
            _room -= outcome.Seen;
            _isFull = _room <= 0;
        }
    }
}
