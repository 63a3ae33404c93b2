using System.Globalization;
using Scraper.Classifying;
using Scraper.Collecting;
using Scraper.Sources;

namespace Scraper.Editing;

/// <summary>A judged video as a line of a table.</summary>
internal static class VideoRow
{
    public static readonly IReadOnlyList<string> Headings = ["Would", "Title", "Year", "Kind", "Id", "Because"];

    public static IReadOnlyList<string> Of(JudgedVideo video) =>
    [
        Fate(video.Verdict),
        video.Draft.Title.Length > 0 ? video.Draft.Title : video.Draft.Raw.Title,
        video.Draft.Year?.ToString(CultureInfo.InvariantCulture) ?? "",
        video.Verdict.Kind.ToString().ToLowerInvariant(),
        $"{video.Draft.Raw.Source}/{video.Draft.Raw.ExternalId}",
        string.Join("; ", video.Verdict.Reasons.Take(2)),
    ];

    private static string Fate(Verdict verdict) =>
        verdict.NeedsReview ? "review" : verdict.Kind == VideoKind.Film ? "send" : "leave out";
}
