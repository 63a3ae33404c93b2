using Scraper.Sources;

namespace Scraper.Collecting.Drift;

/// <summary>Counts what one page looks like.</summary>
internal static class PageProfile
{
    /// <summary>Longest duration told apart: two days, in minutes.</summary>
    private const int MaxMinutes = 2880;

    /// <param name="newVideos">Videos of the outcome that no earlier run had seen.</param>
    public static Profile Of(SourcePage page, PageOutcome outcome, int newVideos)
    {
        var items = page.Videos.Count + page.Rejects.Count;
        var repeated = Math.Max(0, items - outcome.Seen);
        var profile = new Profile
        {
            Pages = 1,
            FullPages = page.NextCursor is null ? 0 : 1,
            FullPageItems = page.NextCursor is null ? 0 : items,
            RepeatedPages = items > 0 && repeated == items ? 1 : 0,
            Items = items,
            Unreadable = outcome.Failures.Count(failure => failure.Step is CollectStep.Parse or CollectStep.Normalize),
            Repeated = repeated,
            Videos = outcome.Videos.Count,
            New = newVideos,
        };
        foreach (var video in outcome.Videos)
        {
            Count(profile, video);
        }

        return profile;
    }

    private static void Count(Profile profile, JudgedVideo video)
    {
        var raw = video.Draft.Raw;
        Profile.Count(profile.TitleLengths, raw.Title.Length);
        Profile.Count(profile.Kinds, video.Verdict.NeedsReview ? "review" : video.Verdict.Kind.ToString().ToLowerInvariant());
        Has("year", video.Draft.Year is not null);
        Has("duration", raw.Duration is not null);
        Has("image", raw.ImageUrl is not null || raw.ThumbnailUrl is not null);
        Has("description", !string.IsNullOrEmpty(raw.Description));
        Has("author", !string.IsNullOrEmpty(raw.AuthorName));
        Has("published", raw.PublishedAt is not null);
        Has("views", raw.Views is not null);
        Has("category", !string.IsNullOrEmpty(raw.Category));
        Has("tags", raw.Tags.Count > 0);
        Has("player", raw.EmbedUrl is not null || raw.StreamUrl is not null);
        if (video.Draft.Year is { } year)
        {
            Profile.Count(profile.Years, year);
        }

        if (raw.Duration is { } duration)
        {
            Profile.Count(profile.Minutes, (int)Math.Clamp(duration.TotalMinutes, 0, MaxMinutes));
        }

        void Has(string field, bool isThere) => Profile.Count(profile.Fields, field, isThere ? 1 : 0);
    }
}
