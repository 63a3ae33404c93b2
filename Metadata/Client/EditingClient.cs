using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Metadata.Client;

/// <summary>What editors change in the Metadata service. Every method throws <see cref="MetadataException"/> when the
/// service refuses or cannot be reached. Needs the write key.</summary>
public sealed class EditingClient(HttpClient http)
{
    /// <summary>Most films in one <see cref="EditManyAsync"/>.</summary>
    public const int MaxEdits = 10_000;

    private static readonly MetadataJson Json = CatalogueJson.Readable;

    private readonly MetadataExchange _exchange = new(http);

    /// <summary>Sets and locks fields of one film.</summary>
    /// <param name="fields">Fields of <see cref="MovieEdit"/>; null makes one unknown.</param>
    public Task<MovieDetails> EditAsync(int id, JsonObject fields, EditorNote note, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Patch, $"movies/{id}", fields, Json.JsonObject, Json.MovieDetails, note, cancellationToken);

    /// <summary>Sets and locks fields of up to <see cref="MaxEdits"/> films in one change set.</summary>
    /// <param name="dryRun">Tells what would change and writes nothing.</param>
    public Task<BulkEditReport> EditManyAsync(
        IReadOnlyList<BulkEdit> edits, bool dryRun, EditorNote note, CancellationToken cancellationToken) =>
        SendAsync(
            HttpMethod.Patch, $"movies?dryRun={(dryRun ? "true" : "false")}", edits, Json.IReadOnlyListBulkEdit,
            Json.BulkEditReport, note, cancellationToken);

    /// <summary>Asks what uploads would change; nothing is written.</summary>
    /// <param name="uploads">1 to <see cref="MoviePlan.MaxUploads"/>.</param>
    public Task<MoviePlan> PlanAsync(IReadOnlyList<MovieUpsert> uploads, EditorNote note, CancellationToken cancellationToken) =>
        PostAsync("movies/plan", uploads, Json.IReadOnlyListMovieUpsert, Json.MoviePlan, note, cancellationToken);

    /// <summary>Writes the films of a plan in one change set, or nothing if anything would come out otherwise.</summary>
    /// <param name="dryRun">Only tells whether the plan still holds.</param>
    public Task<PlanReport> ApplyAsync(
        IReadOnlyList<PlannedMovie> films, bool dryRun, EditorNote note, CancellationToken cancellationToken) => SendAsync(
            HttpMethod.Put, $"movies/plan?dryRun={(dryRun ? "true" : "false")}", films, Json.IReadOnlyListPlannedMovie,
            Json.PlanReport, note, cancellationToken);

    /// <summary>Hides a film from visitors; after a take-down its page answers 410 and its videos never come back.</summary>
    public Task HideAsync(int id, bool takeDown, EditorNote note, CancellationToken cancellationToken) =>
        _exchange.SendAsync(
            Request(HttpMethod.Delete, $"movies/{id}{(takeDown ? "?takeDown=true" : "")}", note), cancellationToken);

    /// <summary>Lets scrapes change fields again.</summary>
    public Task<MovieDetails> UnlockAsync(
        int id, IReadOnlyList<string> fields, EditorNote note, CancellationToken cancellationToken) =>
        PostAsync($"movies/{id}/unlock", new UnlockOrder(fields), Json.UnlockOrder, Json.MovieDetails, note, cancellationToken);

    /// <summary>Makes one film of two and returns the one that stays.</summary>
    public Task<MovieDetails> MergeAsync(int id, int intoId, EditorNote note, CancellationToken cancellationToken) =>
        PostAsync($"movies/{id}/merge", new MergeOrder(intoId), Json.MergeOrder, Json.MovieDetails, note, cancellationToken);

    /// <summary>Makes a film of its own of some of a film's uploads and returns it.</summary>
    public Task<MovieDetails> SplitAsync(
        int id, IReadOnlyList<int> videoIds, EditorNote note, CancellationToken cancellationToken) =>
        PostAsync($"movies/{id}/split", new SplitOrder(videoIds), Json.SplitOrder, Json.MovieDetails, note, cancellationToken);

    /// <summary>Where a film's values come from.</summary>
    public Task<MovieProvenance> GetProvenanceAsync(int id, CancellationToken cancellationToken) =>
        GetAsync($"movies/{id}/provenance", Json.MovieProvenance, cancellationToken);

    /// <summary>A page of the journal, newest first.</summary>
    /// <param name="movieId">Only what changed this film; null for all.</param>
    /// <param name="since">Only what was done from then on; null for all.</param>
    public Task<PageOf<ChangeSet>> ListChangesAsync(
        int? movieId, DateTimeOffset? since, int page, CancellationToken cancellationToken) =>
        GetAsync(
            string.Create(CultureInfo.InvariantCulture, $"changes?page={page}")
            + (movieId is { } movie ? string.Create(CultureInfo.InvariantCulture, $"&movieId={movie}") : "")
            + (since is { } from ? $"&since={Uri.EscapeDataString(from.ToString("O", CultureInfo.InvariantCulture))}" : ""),
            Json.PageOfChangeSet, cancellationToken);

    /// <summary>Puts back what a change set has changed.</summary>
    /// <param name="set">Null for the last set that an editor made.</param>
    public Task<UndoReport> UndoAsync(long? set, EditorNote note, CancellationToken cancellationToken) =>
        _exchange.SendAsync(
            Request(HttpMethod.Post, $"changes/{set?.ToString(CultureInfo.InvariantCulture) ?? "last"}/undo", note),
            Json.UndoReport, cancellationToken);

    public Task<PageOf<Exclusion>> ListExclusionsAsync(int page, CancellationToken cancellationToken) =>
        GetAsync(string.Create(CultureInfo.InvariantCulture, $"exclusions?page={page}"), Json.PageOfExclusion, cancellationToken);

    public Task<Exclusion> AddExclusionAsync(ExclusionDraft draft, EditorNote note, CancellationToken cancellationToken) =>
        PostAsync("exclusions", draft, Json.ExclusionDraft, Json.Exclusion, note, cancellationToken);

    public Task RemoveExclusionAsync(int id, EditorNote note, CancellationToken cancellationToken) =>
        _exchange.SendAsync(Request(HttpMethod.Delete, $"exclusions/{id}", note), cancellationToken);

    /// <summary>A page of the uploads whose film is in doubt.</summary>
    public Task<PageOf<MatchReview>> ListReviewsAsync(int page, CancellationToken cancellationToken) =>
        GetAsync(string.Create(CultureInfo.InvariantCulture, $"reviews?page={page}"), Json.PageOfMatchReview, cancellationToken);

    /// <summary>Puts the upload in doubt into a film and returns that film.</summary>
    /// <param name="intoId">Null for the candidate named in the review.</param>
    public Task<MovieDetails> AcceptReviewAsync(int id, int? intoId, EditorNote note, CancellationToken cancellationToken) =>
        PostAsync($"reviews/{id}/accept", new AcceptOrder(intoId), Json.AcceptOrder, Json.MovieDetails, note, cancellationToken);

    /// <summary>Leaves the upload in the film of its own.</summary>
    public Task RejectReviewAsync(int id, EditorNote note, CancellationToken cancellationToken) =>
        _exchange.SendAsync(Request(HttpMethod.Post, $"reviews/{id}/reject", note), cancellationToken);

    private Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        _exchange.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"api/v1/{path}"), type, cancellationToken);

    private Task<TAnswer> PostAsync<TBody, TAnswer>(
        string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TAnswer> answerType, EditorNote note,
        CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, path, body, bodyType, answerType, note, cancellationToken);

    private Task<TAnswer> SendAsync<TBody, TAnswer>(
        HttpMethod method, string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TAnswer> answerType,
        EditorNote note, CancellationToken cancellationToken)
    {
        var request = Request(method, path, note);
        request.Content = JsonContent.Create(body, bodyType);
        return _exchange.SendAsync(request, answerType, cancellationToken);
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, EditorNote note)
    {
        var request = new HttpRequestMessage(method, $"api/v1/{path}");
        note.WriteTo(request.Headers);
        return request;
    }
}
