using System.Text.Json;

namespace Metadata.Data;

/// <summary>The lockable fields by their names in JSON.</summary>
internal static class MovieFieldNames
{
    private static readonly (MovieFields Field, string Name)[] All =
    [
        .. Enum.GetValues<MovieFields>().Where(field => field != MovieFields.None)
            .Select(field => (field, JsonNamingPolicy.CamelCase.ConvertName(field.ToString()))),
    ];

    /// <summary>Every field.</summary>
    public static readonly MovieFields Every = All.Aggregate(MovieFields.None, (fields, one) => fields | one.Field);

    public static IReadOnlyList<string> Names(this MovieFields fields) =>
        [.. All.Where(one => fields.HasFlag(one.Field)).Select(one => one.Name)];

    /// <summary>The field of that name; None when there is none.</summary>
    public static MovieFields Of(string name) => All.FirstOrDefault(one => one.Name == name).Field;
}
