using System.Text.Json;
using Metadata.Client;
using Metadata.Ingesting;

namespace Metadata.Planning;

/// <summary>Compares what a plan says with what its uploads come to now:
/// 1. each film of the plan with the films that its uploads would change;
/// 2. each field's value before and after;
/// 3. what would change beyond the plan.</summary>
internal sealed class PlanCheck
{
    private readonly HashSet<PlannedMovie> _told = new(ReferenceEqualityComparer.Instance);
    private readonly List<PlanConflict> _conflicts = [];
    private readonly PlannedStandings _now;

    private PlanCheck(PlannedStandings now) => _now = now;

    public IReadOnlyList<PlanConflict> Conflicts => _conflicts;

    /// <summary>Films that come out as planned.</summary>
    public int Due { get; private set; }

    /// <summary>Films that nothing is left to do with.</summary>
    public int AlreadySo { get; private set; }

    /// <param name="planned">The plan.</param>
    /// <param name="now">What its uploads come to now, told likewise.</param>
    /// <param name="outcome">The same as worked out.</param>
    /// <param name="store">The catalogue.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<PlanCheck> MakeAsync(
        IReadOnlyList<PlannedMovie> planned, MoviePlan now, IngestOutcome outcome, IngestStore store,
        CancellationToken cancellationToken)
    {
        var check = new PlanCheck(await PlannedStandings.ReadAsync(planned, now, outcome, store, cancellationToken));
        foreach (var film in planned)
        {
            check.Compare(film);
        }

        foreach (var film in now.Movies.Where(film => !check._told.Contains(film)))
        {
            check.Tell(film, "would change too, which the plan does not say");
        }

        return check;
    }

    private void Compare(PlannedMovie planned)
    {
        var found = _now.Find(planned);
        _told.UnionWith(found);
        var before = _conflicts.Count;
        if (Otherwise(planned, found) is { } reason)
        {
            Tell(planned, reason);
        }
        else if (planned.MovieId is not null || found.Count > 0)
        {
            CompareFields(planned, found.SingleOrDefault()?.Changes ?? []);
        }

        if (_conflicts.Count == before)
        {
            (Due, AlreadySo) = found.Count > 0 ? (Due + 1, AlreadySo) : (Due, AlreadySo + 1);
        }
    }

    /// <summary>Why it would not be this film that changes; null when it would.</summary>
    private string? Otherwise(PlannedMovie planned, List<PlannedMovie> found)
    {
        if (_now.Refused(planned) is { } refused)
        {
            return $"cannot be written: {refused}";
        }

        if (planned.MovieId is { } id)
        {
            return found.Find(film => film.MovieId != id) is { } other
                ? other.MovieId is { } into ? $"would go into film {into} \"{other.Title}\"" : "would become a film of its own"
                : _now.FilmElsewhere(planned, id) is { } elsewhere ? $"has gone into film {elsewhere}" : null;
        }

        return found.Find(film => film.MovieId is not null) is { } there
            ? $"is in the catalogue by now: film {there.MovieId} \"{there.Title}\""
            : found.Count > 1 || (found is [var only] && only.Uploads.Count != planned.Uploads.Count)
                ? "would not be made of the uploads that the plan says" : null;
    }

    private void CompareFields(PlannedMovie planned, IReadOnlyList<PlannedField> changes)
    {
        var coming = Fields(changes);
        var expected = Fields(planned.Changes);
        foreach (var field in expected.Values)
        {
            CompareField(planned, field, coming.GetValueOrDefault((field.Field, field.Upload)));
        }

        foreach (var field in coming.Values.Where(field => !expected.ContainsKey((field.Field, field.Upload))))
        {
            Tell(planned, "would change too, which the plan does not say", field, planned: null, found: field.Old);
        }
    }

    private void CompareField(PlannedMovie planned, PlannedField expected, PlannedField? coming)
    {
        if (coming is null)
        {
            var present = _now.Value(planned.MovieId, expected);
            if (!IsSame(present, expected.New))
            {
                Tell(planned, "has changed since the plan was made", expected, expected.Old, present);
            }
        }
        else if (!IsSame(expected.Old, coming.Old))
        {
            Tell(planned, "has changed since the plan was made", expected, expected.Old, coming.Old);
        }
        else if (!IsSame(expected.New, coming.New))
        {
            Tell(planned, "would get another value than planned", expected, expected.New, coming.New);
        }
    }

    private void Tell(PlannedMovie film, string reason) =>
        _conflicts.Add(new PlanConflict(film.Title, film.MovieId, reason));

    private void Tell(PlannedMovie film, string reason, PlannedField field, JsonElement? planned, JsonElement? found) =>
        _conflicts.Add(new PlanConflict(film.Title, film.MovieId, reason, field.Field, field.Upload, planned, found));

    private static Dictionary<(string, string?), PlannedField> Fields(IEnumerable<PlannedField> fields) =>
        fields.DistinctBy(field => (field.Field, field.Upload)).ToDictionary(field => (field.Field, field.Upload));

    private static bool IsSame(JsonElement? one, JsonElement? other) =>
        one is { } first && other is { } second ? JsonElement.DeepEquals(first, second) : one is null == other is null;
}
