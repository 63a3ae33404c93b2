using System.Globalization;
using Metadata.Client;

namespace Scraper.Enriching.Registries;

/// <summary>Tells which candidate surely is the film, or why none is. The title must be equal and the year at most one
/// off, lengths must fit where both are known, and no second candidate may do so too. A film without a year is sure only
/// when one candidate alone bears its title and runs as long.</summary>
internal static class SureMatch
{
    private const int MaxYearGap = 1;

    // A registry that knows an id has been believed once; dates of first showing differ by more than years in titles do.
    private const int MaxYearGapOfKnownId = 2;
    private const int MaxNamed = 5;
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    public static MatchResult Choose(SoughtFilm film, IReadOnlyList<RegistryCandidate> candidates)
    {
        var namesakes = Namesakes(film, candidates);
        if (namesakes.Count == 0)
        {
            return new MatchResult(null, LookupOutcome.NotFound, "No film of that title is known there.");
        }

        if (film.Year is null)
        {
            return ChooseUndated(film, namesakes);
        }

        var contemporary = namesakes.FindAll(candidate => IsWithin(film, candidate, MaxYearGap));
        if (contemporary.Count == 0)
        {
            return Unsure($"The film is of {film.Year}, but of that title there are only {Name(namesakes)}.");
        }

        var fitting = contemporary.FindAll(candidate => Fits(film, candidate));
        return fitting switch
        {
            [var only] => MatchResult.Found(only),
            [] => Unsure($"The film runs {Minutes(film.DurationSeconds!.Value)} min, {Name(contemporary)} do not."),
            _ => Unsure($"More than one film fits: {Name(fitting)}."),
        };
    }

    /// <summary>Whether the film that an id leads to is the one looked up.</summary>
    public static bool Confirms(SoughtFilm film, RegistryCandidate candidate) =>
        Namesakes(film, [candidate]).Count == 1 && Fits(film, candidate)
        && (film.Year is null || candidate.Year is null || IsWithin(film, candidate, MaxYearGapOfKnownId));

    /// <summary>Those of the film's title and about its year, the only ones worth a closer look.</summary>
    public static IReadOnlyList<RegistryCandidate> Shortlist(SoughtFilm film, IReadOnlyList<RegistryCandidate> candidates) =>
        Namesakes(film, candidates).FindAll(candidate => film.Year is null || IsWithin(film, candidate, MaxYearGap));

    private static MatchResult ChooseUndated(SoughtFilm film, List<RegistryCandidate> namesakes) => namesakes switch
    {
        [var only] when only.DurationsSeconds.Any(length => IsSameLength(film.DurationSeconds, length)) =>
            MatchResult.Found(only),
        [_] => Unsure($"The film's year is unknown, and its length does not confirm {Name(namesakes)}."),
        _ => Unsure($"The film's year is unknown, and of that title there are {Name(namesakes)}."),
    };

    private static List<RegistryCandidate> Namesakes(SoughtFilm film, IReadOnlyList<RegistryCandidate> candidates)
    {
        var titles = film.OtherTitles.Append(film.Title).Append(film.OriginalTitle).OfType<string>().Select(TitleForm.Of)
            .Where(title => title.Length > 0).ToHashSet(StringComparer.Ordinal);
        return [.. candidates.DistinctBy(candidate => candidate.Id, StringComparer.Ordinal)
            .Where(candidate => candidate.Titles.Any(title => titles.Contains(TitleForm.Of(title))))];
    }

    private static bool IsWithin(SoughtFilm film, RegistryCandidate candidate, int years) =>
        film.Year is { } year && candidate.Year is { } other && Math.Abs(year - other) <= years;

    private static bool Fits(SoughtFilm film, RegistryCandidate candidate) =>
        film.DurationSeconds is not { } length || candidate.DurationsSeconds.Count == 0
        || candidate.DurationsSeconds.Any(other =>
            Math.Abs(length - other) <= Math.Max(FiveMinutes.TotalSeconds, 0.1 * Math.Max(length, other)));

    private static bool IsSameLength(int? one, int other) => one is { } length && Math.Abs(length - other) <= 0.03 * Math.Max(length, other);

    private static MatchResult Unsure(string reason) => new(null, LookupOutcome.Unsure, reason);

    private static string Name(List<RegistryCandidate> candidates) =>
        string.Join(", ", candidates.Take(MaxNamed).Select(candidate => string.Create(
            CultureInfo.InvariantCulture,
            $"{candidate.Id} ({candidate.Year?.ToString(CultureInfo.InvariantCulture) ?? "year unknown"}{Lengths(candidate)})")))
        + (candidates.Count > MaxNamed ? $" and {candidates.Count - MaxNamed} more" : "");

    private static string Lengths(RegistryCandidate candidate) => candidate.DurationsSeconds.Count == 0
        ? ""
        : $", {string.Join('/', candidate.DurationsSeconds.Take(MaxNamed).Select(Minutes))} min";

    private static string Minutes(int seconds) => (seconds / 60).ToString(CultureInfo.InvariantCulture);
}
