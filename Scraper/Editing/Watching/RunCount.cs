using Scraper.Collecting;
using Scraper.Sources;

namespace Scraper.Editing.Watching;

/// <summary>What the pages of a run have brought since somebody looks.</summary>
internal sealed record RunCount
{
    public static RunCount None { get; } = new();

    /// <summary>The target being read; null before the first page.</summary>
    public SourceTarget? Target { get; private init; }

    public int TargetNumber { get; private init; }

    public int Targets { get; private init; }

    public int Pages { get; private init; }

    /// <summary>Distinct videos, the unreadable ones included.</summary>
    public int Seen { get; private init; }

    public int Films { get; private init; }

    public int Episodes { get; private init; }

    public int Trailers { get; private init; }

    public int Other { get; private init; }

    public int Review { get; private init; }

    /// <summary>Items that went no further.</summary>
    public int Rejected { get; private init; }

    /// <summary>Targets that could not be read.</summary>
    public int Errors { get; private init; }

    /// <summary>Items listed by the target being read; a video may be among them twice.</summary>
    public int TargetItems { get; private init; }

    /// <summary>How many items the target being read will bring at most; null when nobody can say.</summary>
    public int? TargetTotal { get; private init; }

    public RunCount With(RunProgress progress)
    {
        var page = progress.Page;
        var items = page.Profile?.Items ?? page.Seen;
        return new RunCount
        {
            Target = progress.Target,
            TargetNumber = progress.TargetNumber,
            Targets = progress.Targets,
            Pages = Pages + (page.TargetFailure is null ? 1 : 0),
            Seen = Seen + page.Seen,
            Films = Films + page.Films,
            Episodes = Episodes + page.Sure(VideoKind.Episode),
            Trailers = Trailers + page.Sure(VideoKind.Trailer),
            Other = Other + page.Sure(VideoKind.Other),
            Review = Review + page.Review,
            Rejected = Rejected + page.Failures.Count(failure => failure.Step != CollectStep.Fetch),
            Errors = Errors + (page.TargetFailure is null ? 0 : 1),
            TargetItems = items + (progress.TargetNumber == TargetNumber ? TargetItems : 0),
            TargetTotal = progress.Total,
        };
    }
}
