using System.Text.Json;
using Metadata.Movies;

namespace Metadata.Operations;

/// <summary>Fields that commands cannot do without.</summary>
internal static class JsonOrders
{
    private const int MaxWordLength = 50;

    public static long RequiredWhole(this JsonFields fields, string name, long from, long to) =>
        Required(fields, name, fields.Whole(name, from, to)) ?? 0;

    public static int RequiredId(this JsonFields fields, string name) => (int)fields.RequiredWhole(name, 1, int.MaxValue);

    public static DateTimeOffset RequiredTime(this JsonFields fields, string name) =>
        Required(fields, name, fields.Time(name)) ?? default;

    /// <summary>One of an enumeration's names in camelCase.</summary>
    public static T RequiredChoice<T>(this JsonFields fields, string name)
        where T : struct, Enum
    {
        var word = fields.Required(name, MaxWordLength);
        var choices = Enum.GetValues<T>().ToDictionary(
            choice => JsonNamingPolicy.CamelCase.ConvertName(choice.ToString()), StringComparer.Ordinal);
        if (!choices.TryGetValue(word, out var chosen))
        {
            fields.Reject(name, $"must be one of {string.Join(", ", choices.Keys)}, found '{word}'");
        }

        return chosen;
    }

    private static T? Required<T>(JsonFields fields, string name, T? value)
        where T : struct
    {
        if (value is null)
        {
            // A value that is there but wrong has been named already, and the first reason stays.
            fields.Reject(name, "is required");
        }

        return value;
    }
}
