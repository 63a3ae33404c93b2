using System.Text.Json;
using Metadata.Client;

namespace Scraper.Editing.Planning;

/// <summary>A plan as it lies on the disk: what a scrape would write, film by film, with the values that it found. Whole
/// films may be taken out; anything else changed in it makes it a plan that does not hold.</summary>
internal sealed record PlanFile
{
    private const string PlanKind = "plan";

    public int Schema { get; init; } = CliJson.Schema;

    /// <summary>Tells it from this program's other documents.</summary>
    public string Kind { get; init; } = PlanKind;

    public required string Source { get; init; }

    public required IReadOnlyList<string> Targets { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required IReadOnlyList<PlannedMovie> Films { get; init; }

    public static Task WriteAsync(Stream stream, PlanFile plan, CancellationToken cancellationToken) =>
        JsonSerializer.SerializeAsync(stream, plan, PlanJson.Readable.PlanFile, cancellationToken);

    /// <exception cref="UsageException">There is no such file, or it is no plan; the message names line and field.</exception>
    public static async Task<PlanFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var bytes = await LoadAsync(path, cancellationToken);
        try
        {
            var plan = JsonSerializer.Deserialize(bytes, PlanJson.Readable.PlanFile);
            return plan is { Schema: CliJson.Schema, Kind: PlanKind }
                ? plan
                : throw Foreign(path, plan is null
                    ? "it holds nothing"
                    : $"kind is \"{plan.Kind}\" and schema {plan.Schema}, they must be \"{PlanKind}\" and {CliJson.Schema}");
        }
        catch (JsonException damaged)
        {
            // The rest of the message repeats the place in the library's words.
            var what = damaged.Message.Split(" Path: ", 2)[0].TrimEnd('.');
            throw Foreign(path, $"line {damaged.LineNumber + 1}, column {damaged.BytePositionInLine + 1}, {damaged.Path ?? "$"}: {what}");
        }
    }

    private static async Task<byte[]> LoadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The plan {path} cannot be read ({unreadable.Message}). Check the path and its permissions.");
        }
    }

    private static UsageException Foreign(string path, string what) => new(
        $"{path} is no plan that can be applied: {what}. Plans are written by \"scraper scrape SOURCE --plan FILE\"; "
        + "whole films may be taken out of one.");
}
