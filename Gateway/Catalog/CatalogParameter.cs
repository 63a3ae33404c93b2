using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Gateway.Catalog;

/// <summary>A query parameter of the contract: the only kind that reaches Metadata, and only with a value that can mean
/// something.</summary>
/// <param name="Repeats">May be given several times; order then means nothing.</param>
internal sealed record CatalogParameter(
    string Name, string Description, JsonSchemaType Type = JsonSchemaType.String, bool Repeats = false)
{
    private const int MostValues = 50;
    private const int MostIds = 100;
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }

    /// <summary>Of a value, characters.</summary>
    public int MaxLength { get; init; } = 200;

    public IReadOnlyList<string> OneOf { get; init; } = [];

    public JsonNode? Default { get; init; }

    /// <summary>Whole numbers above zero with commas between them, whose order means nothing.</summary>
    public bool IsIdList { get; init; }

    /// <summary>The values given, each written the one way in which it is written when it is sent on; or what is wrong
    /// with them. Empty ones, as forms send them, are no values.</summary>
    public (IReadOnlyList<string> Values, string? Problem) Read(IEnumerable<string?> given)
    {
        List<string> values = [.. given.Select(value => value?.Trim() ?? "").Where(value => value.Length > 0)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (values.Count > (Repeats ? MostValues : 1))
        {
            var most = Repeats ? $"at most {MostValues} times" : "once";
            return ([], $"must be given {most}, found {values.Count} values");
        }

        var read = values.ConvertAll(Read);
        return read.Find(one => one.Problem is not null).Problem is { } problem
            ? ([], problem)
            : ([.. read.Select(one => one.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], null);
    }

    private (string Value, string? Problem) Read(string value)
    {
        (string Value, string? Problem) read = value.Length > MaxLength
            ? ("", $"must have at most {MaxLength} characters, found {value.Length}")
            : Type switch
            {
                JsonSchemaType.Integer => Whole(value),
                JsonSchemaType.Number => Number(value),
                JsonSchemaType.Boolean => bool.TryParse(value, out var flag)
                    ? (flag ? "true" : "false", null)
                    : ("", $"must be true or false, found {Quote(value)}"),
                _ => IsIdList ? Ids(value) : (value, null),
            };
        return read.Problem is null && OneOf.Count > 0 && !OneOf.Contains(read.Value, StringComparer.Ordinal)
            ? ("", $"must be one of {string.Join(", ", OneOf)}, found {Quote(value)}")
            : read;
    }

    private (string Value, string? Problem) Whole(string value)
    {
        var (from, to) = (Minimum ?? 0, Maximum ?? int.MaxValue);
        return int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= from && number <= to
            ? (number.ToString(CultureInfo.InvariantCulture), null)
            : ("", $"must be a whole number from {from} to {to}, found {Quote(value)}");
    }

    private (string Value, string? Problem) Number(string value) =>
        double.TryParse(value, Decimal, CultureInfo.InvariantCulture, out var number)
        && number >= (double)(Minimum ?? decimal.MinValue) && number <= (double)(Maximum ?? decimal.MaxValue)
            ? (number.ToString(CultureInfo.InvariantCulture), null)
            : ("", $"must be a number from {Minimum} to {Maximum}, found {Quote(value)}");

    private static (string Value, string? Problem) Ids(string value)
    {
        var ids = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).ToList();
        return ids.Count is 0 or > MostIds || ids.Exists(id => id < 1)
            ? ("", $"must be 1 to {MostIds} whole numbers above zero, separated by commas, found {Quote(value)}")
            : (string.Join(',', ids.Distinct().Order()), null);
    }

    private static string Quote(string value) => value.Length > 60 ? $"'{value[..60]}…'" : $"'{value}'";
}
