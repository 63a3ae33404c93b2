using System.Globalization;
using System.Text.Json;
using Metadata.Client;
using Scraper.Editing.Movies;

namespace Scraper.Editing.Planning;

/// <summary>Shows a person what would change in the catalogue, or has changed.</summary>
internal static class PlanScreen
{
    private const int FilmsShown = 20;
    private const int MaxValueLength = 60;
    private const string OfVideo = "video.";
    private const string InJson = "use --json";

    private static readonly (PlannedStatus Status, string Heading)[] Headings =
    [
        (PlannedStatus.Created, "New films"), (PlannedStatus.Review, "New films with a question to the editors"),
        (PlannedStatus.Merged, "Films that uploads join"), (PlannedStatus.Updated, "Films that change"),
    ];

    public static void Write(Terminal terminal, DryFindings findings)
    {
        if (findings.Plan is { } plan)
        {
            WriteFilms(terminal, plan.Movies, "use --json or --plan");
            WriteList(terminal, "Uploads that Metadata would reject", plan.Refused, InJson, refused =>
                [$"{refused.Source}/{refused.ExternalId}: {refused.Reason}"]);
            terminal.Out.WriteLine($"In the catalogue: {Totals(plan)}.");
        }

        WriteList(terminal, "Films that would be sent", findings.WouldSend ?? [], InJson, film =>
            [$"{film.Video}: {Name(film.Title, film.Year)}"]);
        var leftOut = findings.LeftOut.ToLookup(video => video.NeedsReview);
        WriteList(terminal, "Videos that would go to the review list", [.. leftOut[true]], InJson, Describe);
        WriteList(terminal, "Videos left out", [.. leftOut[false]], InJson, Describe);
    }

    /// <param name="remedy">Where a list that is cut stands in full.</param>
    public static void WriteFilms(Terminal terminal, IReadOnlyList<PlannedMovie> films, string remedy)
    {
        foreach (var (status, heading) in Headings)
        {
            WriteList(terminal, heading, [.. films.Where(film => film.Status == status)], remedy, Describe);
        }
    }

    private static string Totals(MoviePlan plan)
    {
        int Films(PlannedStatus status) => plan.Movies.Count(film => film.Status == status);
        var same = plan.Created + plan.Updated + plan.Unchanged + plan.Review - plan.Movies.Sum(film => film.Uploads.Count);
        return $"{Films(PlannedStatus.Created)} films created, {Films(PlannedStatus.Merged)} merged, "
            + $"{Films(PlannedStatus.Updated)} updated, {Films(PlannedStatus.Review)} for review; "
            + $"{same} uploads change nothing but views, {plan.Rejected} rejected";
    }

    private static IEnumerable<string> Describe(LeftOutVideo video)
    {
        yield return $"{video.Video}: {video.Title.ReplaceLineEndings(" ")} "
            + $"({video.Kind.ToString().ToLowerInvariant()}: {string.Join("; ", video.Reasons.Take(2))})";
    }

    private static IEnumerable<string> Describe(PlannedMovie film)
    {
        var id = film.MovieId is { } known ? string.Create(CultureInfo.InvariantCulture, $"film {known} ") : "";
        var uploads = film.Status == PlannedStatus.Updated ? ""
            : $", {string.Join(", ", film.Uploads.Select(upload => $"{upload.Source}/{upload.ExternalId}"))}";
        var reason = film.Reason is null ? "" : $" ({film.Reason})";
        yield return $"{id}{Name(film.Title, film.Year)}{uploads}{reason}";
        foreach (var change in film.Changes.Where(change => !IsRepeated(change, film)))
        {
            var field = change.Upload is { } upload ? $"{upload} {change.Field[OfVideo.Length..]}" : change.Field;
            yield return $"    {field}: {Value(change.Old)} → {Value(change.New)}";
        }
    }

    // An upload's value that has become its film's is shown once.
    private static bool IsRepeated(PlannedField change, PlannedMovie film) => change.Upload is not null
        && film.Changes.Any(own => own.Upload is null && OfVideo + own.Field == change.Field && Value(own.New) == Value(change.New));

    private static string Name(string title, int? year) =>
        string.Create(CultureInfo.InvariantCulture, $"{title}{(year is { } known ? $" ({known})" : "")}");

    private static string Value(JsonElement? value) =>
        FieldText.Show(value, MaxValueLength) is { Length: > 0 } text ? text : "unknown";

    private static void WriteList<T>(
        Terminal terminal, string heading, IReadOnlyList<T> items, string remedy, Func<T, IEnumerable<string>> lines)
    {
        if (items.Count == 0)
        {
            return;
        }

        terminal.Out.WriteLine($"{heading}: {items.Count}");
        foreach (var line in items.Take(FilmsShown).SelectMany(lines))
        {
            terminal.Out.WriteLine($"  {line}");
        }

        if (items.Count > FilmsShown)
        {
            terminal.Out.WriteLine($"  … and {items.Count - FilmsShown} more ({remedy})");
        }
    }
}
