using System.Text.Json;
using Metadata.Client;
using Metadata.Data;
using Metadata.Ingesting;
using Metadata.Movies;

namespace Metadata.Planning;

/// <summary>Tells what a batch comes to film by film.</summary>
internal sealed class PlannedOutcome
{
    private const string NewFilm = "new";

    // Fields whose value is the number of a film.
    private static readonly HashSet<string> FilmFields = new(StringComparer.Ordinal) { "mergedIntoId", "video.movieId" };

    private readonly FilmWriter _writer;
    private readonly ILookup<int, BatchUpload> _uploads;
    private readonly ILookup<int, JournalChange> _journal;
    private readonly ILookup<(string, string), MovieUpsert> _said;
    private readonly Dictionary<int, string> _names;

    private PlannedOutcome(IReadOnlyList<ReadItem> items, IngestOutcome outcome)
    {
        _writer = outcome.Writer;
        var changed = _writer.Changes.ChangedVideos.ToHashSet();
        _uploads = outcome.Uploads.Where(upload => upload.IsNew || changed.Contains(upload.Video))
            .OrderBy(upload => upload.Place).ToLookup(upload => upload.Video.MovieId);
        _journal = _writer.Changes.Journal.ToLookup(change => change.MovieId);
        _said = items.Select(item => item.Upsert).OfType<MovieUpsert>().ToLookup(upsert => (upsert.Source, upsert.ExternalId));
        _names = _writer.Films.Values.SelectMany(film => film.Movie.Videos).ToDictionary(video => video.Id, NameOf);
    }

    /// <param name="items">The batch.</param>
    /// <param name="outcome">What was worked out of it.</param>
    public static MoviePlan Of(IReadOnlyList<ReadItem> items, IngestOutcome outcome)
    {
        var report = outcome.Report;
        return new MoviePlan(
            report.Created, report.Updated, report.Unchanged, report.Rejected, report.Review,
            new PlannedOutcome(items, outcome).Movies(),
            [.. report.Results.Where(result => result.Status == UpsertStatus.Rejected)]);
    }

    public static string NameOf(Video video) => $"{video.Source}/{video.ExternalId}";

    private List<PlannedMovie> Movies() =>
    [
        .. _writer.Films.Values
            .Where(film => film.IsNew || _uploads.Contains(film.Movie.Id) || _journal.Contains(film.Movie.Id))
            .OrderBy(film => _uploads[film.Movie.Id].Select(upload => upload.Place).FirstOrDefault(int.MaxValue))
            .ThenBy(film => film.Movie.Id)
            .Select(Describe),
    ];

    private PlannedMovie Describe(OpenFilm film)
    {
        var movie = film.Movie;
        var uploads = _uploads[movie.Id].ToList();
        var placements = uploads.Select(upload => _writer.Placements.GetValueOrDefault(upload)).OfType<Placement>().ToList();
        var journal = _journal[movie.Id].ToList();
        return new PlannedMovie
        {
            Status = film.IsNew
                ? placements.Exists(placed => placed.Status == UpsertStatus.Review) ? PlannedStatus.Review : PlannedStatus.Created
                : placements.Count > 0 || journal.Exists(change => change.Field == "video.movieId")
                    ? PlannedStatus.Merged : PlannedStatus.Updated,
            MovieId = film.IsNew ? null : movie.Id,
            Title = movie.Title,
            Year = movie.Year,
            Reason = placements.Select(placed => placed.Reason).FirstOrDefault(reason => reason is not null),
            Changes = [.. journal.Where(change => !IsComing(change)).Select(Describe)],
            Uploads = [.. uploads.SelectMany(upload => _said[(upload.Video.Source, upload.Video.ExternalId)])],
        };
    }

    private PlannedField Describe(JournalChange change) => new(
        change.Field, change.VideoId is { } video ? _names[video] : null, Value(change.Field, change.Old), Value(change.Field, change.New));

    // That a film or an upload comes is said by the film's status and its uploads.
    private static bool IsComing(JournalChange change) =>
        change.Field is JournalField.Created or $"{JournalField.OfVideo}{JournalField.Created}";

    private JsonElement? Value(string field, string? text)
    {
        var value = JournalText.ToJson(text);
        return FilmFields.Contains(field) && value?.TryGetInt32(out var id) == true && _writer.Films.GetValueOrDefault(id)?.IsNew == true
            ? JsonSerializer.SerializeToElement(NewFilm, Wire.Json.String)
            : value;
    }
}
