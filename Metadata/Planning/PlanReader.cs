using System.Text.Json;
using Metadata.Client;
using Metadata.Movies;

namespace Metadata.Planning;

/// <summary>Reads a plan of a request and checks its uploads against the contract's limits.</summary>
internal sealed class PlanReader(UpsertReader uploads)
{
    /// <param name="films">The plan's films.</param>
    /// <param name="errors">What is wrong, by place: "[film].uploads[upload]".</param>
    public IReadOnlyList<ReadPlan> Read(JsonElement films, out Dictionary<string, string[]> errors)
    {
        errors = new(StringComparer.Ordinal);
        var plans = new List<ReadPlan>();
        foreach (var film in films.EnumerateArray())
        {
            var place = $"[{plans.Count}]";
            try
            {
                plans.Add(Read(film));
            }
            catch (JsonException wrong)
            {
                errors.Add(place, [$"{place} is no film of a plan: {wrong.Message}"]);
                plans.Add(new ReadPlan(null!, []));
            }

            foreach (var (number, item) in plans[^1].Items.Index().Where(upload => upload.Item.Upsert is null))
            {
                errors.Add($"{place}.uploads[{number}]", [$"{place}.uploads[{number}]: {item.Reason}."]);
            }
        }

        return plans;
    }

    private ReadPlan Read(JsonElement film) =>
        film.Deserialize(Wire.Json.PlannedMovie) is { Title: not null, Changes: not null, Uploads: not null } planned
        && planned.Changes.All(change => change?.Field is not null)
            ? new ReadPlan(planned, uploads.ReadAll(film.GetProperty("uploads")))
            : throw new JsonException("title, changes and uploads cannot be null.");
}

/// <summary>A film of a plan, and its uploads as the batch takes them.</summary>
internal sealed record ReadPlan(PlannedMovie Planned, IReadOnlyList<ReadItem> Items);
