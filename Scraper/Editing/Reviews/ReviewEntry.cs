using System.Globalization;
using System.Text.Json;
using Metadata.Client;
using Scraper.Journal;

namespace Scraper.Editing.Reviews;

/// <summary>Something an editor is asked to decide.</summary>
/// <param name="Id">As commands take it: "v12", "m7", "p3".</param>
/// <param name="Doubt">What is unsure, in a sentence.</param>
/// <param name="Reasons">Of the machine, strongest first.</param>
/// <param name="Decision">What an editor has decided already; absent = nothing.</param>
/// <param name="Match">The two films, where the doubt is about which.</param>
internal sealed record ReviewEntry(
    string Id, ReviewKind Kind, string Source, string ExternalId, string SourceUrl, string RawTitle, string Doubt,
    IReadOnlyList<string> Reasons, DateTimeOffset At, ReviewDecision? Decision = null, MatchReview? Match = null)
{
    public static ReviewEntry Of(ReviewItem item)
    {
        var video = JsonSerializer.Deserialize(item.Payload, JournalJson.Default.RawVideo);
        return new ReviewEntry(
            new ReviewId(ReviewKind.Upload, item.Id).ToString(), ReviewKind.Upload, item.Source, item.ExternalId,
            video?.SourceUrl ?? "", item.RawTitle,
            string.Create(CultureInfo.InvariantCulture, $"{item.Kind}, {item.Confidence:0%} sure"),
            item.Reasons, item.FoundAt, item.Decision);
    }

    public static ReviewEntry Of(MatchReview review) => new(
        new ReviewId(ReviewKind.Match, review.Id).ToString(), ReviewKind.Match, review.Source, review.ExternalId,
        review.SourceUrl, review.RawTitle, $"{review.Code}: {NameOf(review.Movie)} or {NameOf(review.Candidate)}?",
        [review.Code], review.At, Match: review);

    public static ReviewEntry Of(ReportedVideo reported) => new(
        new ReviewId(ReviewKind.Report, reported.VideoId).ToString(), ReviewKind.Report, reported.Source, reported.ExternalId,
        reported.SourceUrl, reported.RawTitle,
        string.Create(
            CultureInfo.InvariantCulture,
            $"reported {reported.Count} times: not film {reported.MovieId}: {reported.Title}{(reported.Year is { } year ? $" ({year})" : "")}"),
        ["reported"], reported.ReportedAt);

    private static string NameOf(ReviewedMovie movie) => string.Create(
        CultureInfo.InvariantCulture, $"film {movie.Id}: {movie.Title}{(movie.Year is { } year ? $" ({year})" : "")}");
}

/// <param name="Total">How many there are of all kinds on all pages.</param>
internal sealed record ReviewsAnswer(int Schema, IReadOnlyList<ReviewEntry> Items, int Total);

/// <param name="Choice">What each answer would do; absent when it is decided.</param>
internal sealed record ReviewAnswer(int Schema, ReviewEntry Review, ReviewChoice? Choice);

/// <param name="MovieId">The film the upload is in; absent while Metadata has not answered.</param>
internal sealed record DecisionAnswer(int Schema, string Id, ReviewDecision Decision, int? MovieId = null);
