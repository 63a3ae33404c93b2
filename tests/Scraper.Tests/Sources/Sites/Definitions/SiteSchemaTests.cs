using System.Text;
using System.Text.Json.Nodes;
using Scraper.Sources.Sites.Definitions;

namespace Scraper.Tests.Sources.Sites.Definitions;

/// <summary>The schema that editors read and the reader that decides must not drift apart.</summary>
public sealed class SiteSchemaTests
{
    private static readonly JsonNode Schema =
        JsonNode.Parse(File.ReadAllText(Path.Combine(SiteFiles.Examples, "site.schema.json")))!;

    public static TheoryData<string, string[]> Keys => new()
    {
        { "properties", [.. SiteKeys.Top] },
        { "$defs/fetch/properties", [.. SiteKeys.Fetch] },
        { "$defs/list/properties", [.. SiteKeys.List] },
        { "$defs/pages/properties", [.. SiteKeys.Pages] },
        { "$defs/detail/properties", [.. SiteKeys.Detail] },
        { "$defs/fields/properties", [.. SiteField.Names] },
        { "$defs/field/oneOf/1/properties", [.. FieldRuleReader.Keys] },
        { "$defs/accept/properties", [.. SiteKeys.Accept] },
        { "$defs/health/properties", [.. SiteKeys.Health] },
        { "$defs/sample/properties", [.. SiteKeys.Sample] },
    };

    public static TheoryData<string, string[]> Words => new()
    {
        { "$defs/fetch/properties/mode/enum", [.. SiteKeys.Modes] },
        { "$defs/fetch/properties/blockResources/items/enum", [.. SiteKeys.Resources] },
        { "$defs/pages/properties/by/enum", [.. SiteKeys.By] },
        { "$defs/pages/properties/stop/enum", [.. SiteKeys.Stop] },
        { "$defs/detail/properties/when/enum", [.. SiteKeys.When] },
        { "$defs/field/oneOf/1/properties/from/enum", [.. FieldRuleReader.Origins] },
        { "$defs/accept/properties/kinds/items/enum", [.. SiteField.Kinds] },
        { "$defs/health/properties/coverage/propertyNames/enum", [.. SiteField.Names] },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public void Both_know_the_same_keys_and_no_others(string path, string[] keys)
    {
        var properties = At(path);

        Assert.Equal(keys.Order(StringComparer.Ordinal), properties.AsObject().Select(pair => pair.Key).Order(StringComparer.Ordinal));
        Assert.False((bool)properties.Parent!["additionalProperties"]!);
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Both_know_the_same_words(string path, string[] words)
    {
        Assert.Equal(
            words.Order(StringComparer.Ordinal), At(path).AsArray().Select(word => (string)word!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("list", "$defs/list/")]
    [InlineData("list/pages", "$defs/pages/")]
    [InlineData("detail", "$defs/detail/")]
    [InlineData("samples/0", "$defs/sample/")]
    public void What_the_schema_requires_the_reader_asks_for(string part, string path)
    {
        foreach (var key in At($"{path}required").AsArray().Select(key => (string)key!))
        {
            var definition = JsonNode.Parse(SiteDefinitionReaderTests.Whole)!;
            At(part, definition).AsObject().Remove(key);

            var (_, problems) = SiteDefinitionReader.Read("my.json", Encoding.UTF8.GetBytes(definition.ToJsonString()));

            Assert.Contains(problems, problem => problem.Message.Contains($"\"{key}\" is missing", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("fetch/properties/minDelayMs", "fetch", "minDelayMs")]
    [InlineData("fetch/properties/timeoutMs", "fetch", "timeoutMs")]
    [InlineData("fetch/properties/concurrency", "fetch", "concurrency")]
    [InlineData("pages/properties/from", "list/pages", "from")]
    [InlineData("pages/properties/max", "list/pages", "max")]
    [InlineData("accept/properties/minDurationSeconds", "accept", "minDurationSeconds")]
    [InlineData("health/properties/minItems", "health", "minItems")]
    public void Both_draw_the_same_bounds(string path, string part, string key)
    {
        var (least, most) = ((int)At($"$defs/{path}")["minimum"]!, (int)At($"$defs/{path}")["maximum"]!);

        Assert.Equal([false, true, true, false], new[] { least - 1, least, most, most + 1 }.Select(value => IsRead(part, key, value)));
    }

    private static bool IsRead(string part, string key, int value)
    {
        var definition = JsonNode.Parse(SiteDefinitionReaderTests.Whole)!;
        At(part, definition)[key] = value;
        return SiteDefinitionReader.Read("my.json", Encoding.UTF8.GetBytes(definition.ToJsonString())).Problems.Count == 0;
    }

    private static JsonNode At(string path, JsonNode? root = null) => path.Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(root ?? Schema, (node, step) => node is JsonArray items ? items[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!);
}
