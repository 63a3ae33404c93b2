using System.Text.Json;
using Metadata.Movies;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Metadata.Operations;

/// <summary>What a command's body asks for, checked; or the answer that names everything wrong with it.</summary>
internal sealed record RequestBody<T>(T? Value, ProblemHttpResult? Problem)
    where T : class;

internal static class RequestBody
{
    /// <summary>Reads a JSON object.</summary>
    public static async Task<RequestBody<T>> ReadAsync<T>(
        HttpRequest request, Func<JsonFields, T> read, CancellationToken cancellationToken)
        where T : class
    {
        var body = await RequestJson.ReadAsync(request, cancellationToken);
        if (body.Problem is not null)
        {
            return new RequestBody<T>(null, body.Problem);
        }

        using var document = body.Document!;
        var fields = new JsonFields(document.RootElement);
        if (!fields.IsObject)
        {
            return new RequestBody<T>(null, Problems.BadBody(
                $"The body must be a JSON object, found {document.RootElement.ValueKind}."));
        }

        var value = read(fields);
        return fields.Problems.Count == 0
            ? new RequestBody<T>(value, null)
            : new RequestBody<T>(null, Problems.BadParameters(Messages(fields, "")));
    }

    /// <summary>Reads a JSON array of objects. One wrong item refuses them all; problems are named "[index].field".</summary>
    public static async Task<RequestBody<IReadOnlyList<T>>> ReadListAsync<T>(
        HttpRequest request, int max, Func<JsonFields, T> read, CancellationToken cancellationToken)
    {
        var body = await RequestJson.ReadAsync(request, cancellationToken);
        if (body.Problem is not null)
        {
            return new RequestBody<IReadOnlyList<T>>(null, body.Problem);
        }

        using var document = body.Document!;
        if (ListProblem(document.RootElement, max) is { } problem)
        {
            return new RequestBody<IReadOnlyList<T>>(null, problem);
        }

        var (values, errors) = (new List<T>(), new Dictionary<string, string[]>(StringComparer.Ordinal));
        foreach (var item in document.RootElement.EnumerateArray())
        {
            var fields = new JsonFields(item);
            var place = $"[{values.Count}]";
            if (!fields.IsObject)
            {
                errors.Add(place, [$"{place} must be an object, found {item.ValueKind}."]);
                values.Add(default!);
                continue;
            }

            values.Add(read(fields));
            foreach (var (name, messages) in Messages(fields, $"{place}."))
            {
                errors.Add(name, messages);
            }
        }

        return errors.Count == 0
            ? new RequestBody<IReadOnlyList<T>>(values, null)
            : new RequestBody<IReadOnlyList<T>>(null, Problems.BadParameters(errors));
    }

    /// <summary>Null when it is an array of 1 to <paramref name="max"/> items.</summary>
    public static ProblemHttpResult? ListProblem(JsonElement array, int max)
    {
        if (array.ValueKind == JsonValueKind.Array && array.GetArrayLength() is > 0 and var length && length <= max)
        {
            return null;
        }

        var found = array.ValueKind == JsonValueKind.Array ? $"{array.GetArrayLength()} items" : $"{array.ValueKind}";
        return Problems.BadBody($"The body must be a JSON array of 1 to {max} items, found {found}.");
    }

    private static Dictionary<string, string[]> Messages(JsonFields fields, string prefix) => fields.Problems.ToDictionary(
        problem => prefix + problem.Key, problem => new[] { $"{prefix}{problem.Key} {problem.Value}." }, StringComparer.Ordinal);
}
