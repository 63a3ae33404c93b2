using System.Globalization;
using Metadata.Client;

namespace Scraper.Editing.Reviews;

/// <summary>What each of an editor's two answers would do.</summary>
internal sealed record ReviewChoice(string Accept, string Reject)
{
    /// <param name="upsert">What would be published; null when it cannot be.</param>
    /// <param name="problem">Why it cannot be.</param>
    public static ReviewChoice Of(MovieUpsert? upsert, string? problem) => new(
        upsert is null
            ? $"not possible: {problem} Take it in with its right title from a file"
            : $"publishes it as {NameOf(upsert.Title, upsert.Year)}; with --into as one of a film's uploads",
        "it is not asked about again, also when it is found again");

    public static ReviewChoice Of(MatchReview review) => new(
        $"the upload goes into film {NameOf(review.Candidate)}, or into the one named with --into",
        $"it stays in film {NameOf(review.Movie)}, and the two are not asked about again");

    public static ReviewChoice Of(ReportedVideo reported) => new(
        "the upload leaves the film for one of its own, or for the one named with --into",
        $"it stays in film {reported.MovieId}, and these reports are done with");

    private static string NameOf(ReviewedMovie movie) =>
        string.Create(CultureInfo.InvariantCulture, $"{movie.Id}, {NameOf(movie.Title, movie.Year)}");

    private static string NameOf(string title, int? year) =>
        string.Create(CultureInfo.InvariantCulture, $"«{title}»{(year is { } known ? $" ({known})" : ", year unknown")}");
}
