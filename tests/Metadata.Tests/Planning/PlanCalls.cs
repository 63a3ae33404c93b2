using System.Text.Json;
using Metadata.Client;
using Metadata.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Metadata.Tests.Planning;

/// <summary>Plans, asked for and carried out as the Scraper does it.</summary>
internal static class PlanCalls
{
    public static readonly EditorNote Editor = new("anna", "weekly look");

    public static Task<MoviePlan> PlanAsync(this Caller caller, params IReadOnlyList<MovieUpsert> uploads) =>
        new EditingClient(caller.Http).PlanAsync(uploads, Editor, CancellationToken.None);

    public static Task<PlanReport> ApplyAsync(this Caller caller, IReadOnlyList<PlannedMovie> films, bool dryRun = false) =>
        new EditingClient(caller.Http).ApplyAsync(films, dryRun, Editor, CancellationToken.None);

    /// <summary>The plan's changes of stored films as the journal of its change set should tell them.</summary>
    public static string Told(this IEnumerable<PlannedMovie> films) => Lines(films
        .Where(film => film.MovieId is not null)
        .SelectMany(film => film.Changes, (film, change) =>
            $"{film.MovieId} {change.Upload} {change.Field}: {change.Old?.GetRawText()} → {change.New?.GetRawText()}"));

    /// <summary>The same of a change set.</summary>
    public static string Told(this ChangeSet set, IReadOnlyCollection<int> storedFilms, IReadOnlyDictionary<int, string> uploads) =>
        Lines(set.Changes
            .Where(change => storedFilms.Contains(change.MovieId) && change.Field is not "video.created")
            .Select(change => $"{change.MovieId} {(change.VideoId is { } video ? uploads[video] : "")} {change.Field}: "
                + $"{Value(change.Field, change.Old, storedFilms)} → {Value(change.Field, change.New, storedFilms)}"));

    /// <summary>Every row of the catalogue and its journal.</summary>
    public static async Task<string> RowsAsync(this MetadataApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MoviesDb>();
        var movies = await db.Movies.AsNoTracking().OrderBy(movie => movie.Id).ToListAsync();
        var videos = await db.Videos.AsNoTracking().OrderBy(video => video.Id).ToListAsync();
        videos.ForEach(video => video.Movie = null!);
        return JsonSerializer.Serialize(new
        {
            movies,
            videos,
            Keys = await db.MatchKeys.AsNoTracking().OrderBy(key => key.MovieId).ThenBy(key => key.Hash).ToListAsync(),
            Reviews = await db.Reviews.AsNoTracking().OrderBy(review => review.Id).ToListAsync(),
            Sets = await db.JournalSets.AsNoTracking().OrderBy(set => set.Id).ToListAsync(),
            Changes = await db.JournalChanges.AsNoTracking().OrderBy(change => change.SetId).ThenBy(change => change.Number).ToListAsync(),
            Receipts = await db.Receipts.AsNoTracking().OrderBy(receipt => receipt.Key).ToListAsync(),
            State = await db.State.AsNoTracking().ToListAsync(),
        });
    }

    /// <summary>The uploads by their numbers.</summary>
    public static async Task<Dictionary<int, string>> UploadsAsync(this MetadataApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MoviesDb>().Videos.AsNoTracking()
            .ToDictionaryAsync(video => video.Id, video => $"{video.Source}/{video.ExternalId}");
    }

    /// <summary>Each film with its uploads and its facts, whatever its number.</summary>
    public static async Task<string> FilmsAsync(this MetadataApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var movies = await scope.ServiceProvider.GetRequiredService<MoviesDb>().Movies.AsNoTracking()
            .Include(movie => movie.Videos).ToListAsync();
        return Lines(movies.Select(movie =>
            $"{movie.Title} {movie.OriginalTitle} {movie.Year} {movie.DurationSeconds} {movie.ImdbId} {movie.IsActive} "
            + string.Join(' ', movie.Directors.Concat(movie.Videos.Select(video => video.ExternalId).Order(StringComparer.Ordinal)))));
    }

    public static async Task<HashSet<int>> FilmNumbersAsync(this MetadataApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return [.. await scope.ServiceProvider.GetRequiredService<MoviesDb>().Movies.Select(movie => movie.Id).ToListAsync()];
    }

    private static string? Value(string field, JsonElement? value, IReadOnlyCollection<int> storedFilms) =>
        field is "mergedIntoId" or "video.movieId" && value is { } id && !storedFilms.Contains(id.GetInt32())
            ? "\"new\"" : value?.GetRawText();

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));
}
