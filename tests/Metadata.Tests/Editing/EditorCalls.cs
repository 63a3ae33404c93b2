using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Metadata.Client;

namespace Metadata.Tests.Editing;

/// <summary>What editors ask of the service.</summary>
internal static class EditorCalls
{
    /// <summary>The film of an upload sent alone.</summary>
    public static async Task<int> AddAsync(this Caller caller, MovieUpsert upload) =>
        (await caller.PutAsync(upload)).Results[0].MovieId!.Value;

    public static Task<MovieDetails> EditAsync(this Caller caller, int id, string fields, EditorNote? note = null) =>
        caller.AskAsync(HttpMethod.Patch, $"movies/{id}", fields, MetadataJson.Default.MovieDetails, note);

    public static Task<BulkEditReport> EditManyAsync(this Caller caller, string edits, bool dryRun = false) =>
        caller.AskAsync(HttpMethod.Patch, $"movies?dryRun={(dryRun ? "true" : "false")}", edits, MetadataJson.Default.BulkEditReport);

    public static Task<MovieDetails> UnlockAsync(this Caller caller, int id, params IReadOnlyList<string> fields) => caller.AskAsync(
        HttpMethod.Post, $"movies/{id}/unlock", JsonSerializer.Serialize(new UnlockOrder(fields), MetadataJson.Default.UnlockOrder),
        MetadataJson.Default.MovieDetails);

    public static Task<MovieDetails> MergeAsync(this Caller caller, int id, int intoId) =>
        caller.AskAsync(HttpMethod.Post, $"movies/{id}/merge", $$"""{"intoId":{{intoId}}}""", MetadataJson.Default.MovieDetails);

    public static Task<MovieDetails> SplitAsync(this Caller caller, int id, params IReadOnlyList<int> videoIds) => caller.AskAsync(
        HttpMethod.Post, $"movies/{id}/split", $$"""{"videoIds":[{{string.Join(',', videoIds)}}]}""", MetadataJson.Default.MovieDetails);

    public static Task<UndoReport> UndoAsync(this Caller caller, object set) =>
        caller.AskAsync(HttpMethod.Post, $"changes/{set}/undo", null, MetadataJson.Default.UndoReport);

    /// <summary>The change sets, newest first.</summary>
    public static async Task<IReadOnlyList<ChangeSet>> ChangesAsync(this Caller caller, string query = "") =>
        (await caller.ReadAsync($"changes?{query}", MetadataJson.Default.PageOfChangeSet)).Items;

    public static Task<Exclusion> ExcludeAsync(this Caller caller, string draft) =>
        caller.AskAsync(HttpMethod.Post, "exclusions", draft, MetadataJson.Default.Exclusion);

    public static Task<PageOf<MatchReview>> ReviewsAsync(this Caller caller) =>
        caller.ReadAsync("reviews", MetadataJson.Default.PageOfMatchReview);

    /// <summary>Sends one run of checks: upload, result, hours after some moment.</summary>
    public static Task<AvailabilityReport> CheckAsync(
        this Caller caller, params IReadOnlyList<(MovieUpsert Upload, CheckResult Result, double Hours)> checks) => caller.AskAsync(
        HttpMethod.Put, "videos/availability",
        JsonSerializer.Serialize(
            [.. checks.Select(check => new AvailabilityCheck(
                check.Upload.Source, check.Upload.ExternalId, check.Result, DateTimeOffset.UnixEpoch.AddHours(check.Hours)))],
            MetadataJson.Default.IReadOnlyListAvailabilityCheck),
        MetadataJson.Default.AvailabilityReport);

    public static Task<string> ExportAsync(this Caller caller) => caller.Http.GetStringAsync("/api/v1/export");

    /// <summary>Sends a command that must succeed, and reads its answer.</summary>
    public static async Task<T> AskAsync<T>(
        this Caller caller, HttpMethod method, string path, string? json, JsonTypeInfo<T> shape, EditorNote? note = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}");
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        if (note is not null)
        {
            request.Headers.Add(EditorNote.ActorHeader, Uri.EscapeDataString(note.Actor));
            request.Headers.Add(EditorNote.ReasonHeader, Uri.EscapeDataString(note.Reason ?? ""));
        }

        using var response = await caller.Http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {await response.Content.ReadAsStringAsync()}");
        return (await response.Content.ReadFromJsonAsync(shape))!;
    }

    /// <summary>Sends a command that must be refused, and reads why.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Problem)> RefusedAsync(
        this Caller caller, HttpMethod method, string path, string? json = null)
    {
        using var response = await caller.SendAsync(method, path, json);
        return (response.StatusCode, await Caller.ProblemAsync(response));
    }

    public static async Task DeleteAsync(this Caller caller, string path)
    {
        using var response = await caller.SendAsync(HttpMethod.Delete, path, null);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }
}
