using System.Text.Json;
using System.Text.Json.Nodes;
using Scraper.Sources.Sites.Definitions;

namespace Scraper.Sources.Sites.Sampling;

/// <summary>The records that a sample must give, with their places in the file.</summary>
internal sealed record ExpectedRecords(PlacedJson Root)
{
    /// <summary>Tells every difference at the place where something else is expected.</summary>
    public void Compare(PlacedJson expected, JsonNode? actual, SampleProblems problems)
    {
        switch (expected.Kind, actual)
        {
            case (JsonValueKind.Object, JsonObject record):
                CompareMembers(expected, record, problems);
                break;
            case (JsonValueKind.Array, JsonArray items):
                CompareItems(expected, items, problems);
                break;
            default:
                if (expected.Kind != JsonValueKind.String || actual?.GetValueKind() != JsonValueKind.String
                    || actual.GetValue<string>() != expected.Text)
                {
                    problems.Add(expected, $"{Show(expected)} is expected, the page gives {Show(actual)}.");
                }

                break;
        }
    }

    private void CompareMembers(PlacedJson expected, JsonObject record, SampleProblems problems)
    {
        foreach (var member in expected.Members)
        {
            Compare(member.Value, record[member.Name], problems);
        }

        foreach (var (name, value) in record)
        {
            if (!expected.Members.Any(member => member.Name == name))
            {
                problems.Add(expected, $"the page also gives {name}: {Show(value)}.");
            }
        }
    }

    private void CompareItems(PlacedJson expected, JsonArray items, SampleProblems problems)
    {
        if (expected.Items.Count != items.Count)
        {
            problems.Add(expected, $"{expected.Items.Count} are expected, the page gives {items.Count}.");
        }

        foreach (var (item, actual) in expected.Items.Zip(items))
        {
            Compare(item, actual, problems);
        }
    }

    private static string Show(PlacedJson expected) => expected.Kind switch
    {
        JsonValueKind.String => $"\"{expected.Text}\"",
        JsonValueKind.Array => $"a list of {expected.Items.Count}",
        JsonValueKind.Object => "a record",
        _ => expected.Text ?? expected.Kind.ToString(),
    };

    private static string Show(JsonNode? actual) => actual is null ? "nothing" : actual.ToJsonString(SiteJson.Indented);
}
