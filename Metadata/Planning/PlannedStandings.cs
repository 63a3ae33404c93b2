using System.Text.Json;
using Metadata.Client;
using Metadata.Data;
using Metadata.Ingesting;

namespace Metadata.Planning;

/// <summary>How the films and uploads of a plan stand in the catalogue now.</summary>
internal sealed class PlannedStandings
{
    private readonly Dictionary<string, PlannedMovie> _byUpload = new(StringComparer.Ordinal);
    private readonly Dictionary<int, PlannedMovie> _byFilm = [];
    private readonly Dictionary<string, int> _filmOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _refused = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Movie> _movies = [];

    private PlannedStandings(MoviePlan now, IngestOutcome outcome)
    {
        foreach (var film in now.Movies)
        {
            foreach (var upload in Concerned(film))
            {
                _byUpload[upload] = film;
            }

            if (film.MovieId is { } id)
            {
                _byFilm.Add(id, film);
            }
        }

        foreach (var refused in now.Refused)
        {
            _refused[$"{refused.Source}/{refused.ExternalId}"] = refused.Reason;
        }

        foreach (var upload in outcome.Uploads)
        {
            _filmOf[PlannedOutcome.NameOf(upload.Video)] = upload.Video.MovieId;
        }

        foreach (var film in outcome.Writer.Films.Values.Where(film => !film.IsNew))
        {
            _movies.Add(film.Movie.Id, film.Movie);
        }
    }

    public static async Task<PlannedStandings> ReadAsync(
        IReadOnlyList<PlannedMovie> planned, MoviePlan now, IngestOutcome outcome, IngestStore store,
        CancellationToken cancellationToken)
    {
        var standings = new PlannedStandings(now, outcome);
        var unread = planned.Select(film => film.MovieId).OfType<int>().Where(id => !standings._movies.ContainsKey(id)).ToHashSet();
        if (unread.Count > 0)
        {
            foreach (var movie in await store.FilmsAsync(unread, cancellationToken))
            {
                standings._movies.Add(movie.Id, movie);
            }
        }

        return standings;
    }

    /// <summary>The films that a film of the plan would change now.</summary>
    public List<PlannedMovie> Find(PlannedMovie planned)
    {
        var found = Concerned(planned).Select(upload => _byUpload.GetValueOrDefault(upload)).OfType<PlannedMovie>();
        if (planned.MovieId is { } id && _byFilm.TryGetValue(id, out var same))
        {
            found = found.Append(same);
        }

        return [.. found.ToHashSet(ReferenceEqualityComparer.Instance).Cast<PlannedMovie>()];
    }

    /// <summary>Why one of its uploads is rejected now; null when none is.</summary>
    public string? Refused(PlannedMovie planned)
    {
        var refused = planned.Uploads.Select(NameOf).FirstOrDefault(_refused.ContainsKey);
        return refused is null ? null : $"{refused}: {_refused[refused]}";
    }

    /// <summary>Another film that one of its uploads is in, with nothing left to write; null when there is none.</summary>
    public int? FilmElsewhere(PlannedMovie planned, int id) => planned.Uploads.Select(NameOf)
        .Where(upload => !_byUpload.ContainsKey(upload) && _filmOf.TryGetValue(upload, out var film) && film != id)
        .Select(upload => (int?)_filmOf[upload]).FirstOrDefault();

    /// <summary>The present value of a field that no upload would change.</summary>
    public JsonElement? Value(int? movieId, PlannedField field)
    {
        if (!_movies.TryGetValue(movieId ?? 0, out var movie))
        {
            return null;
        }

        var value = field.Upload is null
            ? IngestFields.Movie.Value(field.Field, movie)
            : movie.Videos.Find(video => PlannedOutcome.NameOf(video) == field.Upload) is { } video
                ? IngestFields.Video.Value(field.Field, video) : null;
        return JournalText.ToJson(JournalText.Write(value));
    }

    // Uploads that are in the catalogue may leave their film without being sent again.
    private static IEnumerable<string> Concerned(PlannedMovie film) =>
        film.Uploads.Select(NameOf).Concat(film.Changes.Select(change => change.Upload).OfType<string>());

    private static string NameOf(MovieUpsert upload) => $"{upload.Source}/{upload.ExternalId}";
}
