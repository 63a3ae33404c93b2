using System.Text.Json;

namespace Scraper.Sources.VkVideo;

/// <summary>Reads a page of videos, with the names of their owners.</summary>
internal static class VkPage
{
    /// <param name="asked">How many items were asked for. VK leaves out those that are not for us, so fewer may come.</param>
    /// <exception cref="SourceException">It is no list; the message names the field.</exception>
    public static OffsetPage Read(JsonElement root, Uri url, int asked)
    {
        if (root.Field("response") is not { } response
            || response.Field("items") is not { ValueKind: JsonValueKind.Array } items)
        {
            var found = root.Field("response") is null ? root.Describe("response") : root.Field("response")!.Value.Describe("items");
            throw new SourceException(
                SourceFailure.Contract,
                $"{url} is not the list that VK's API promises: the field \"response.items\" is {found}, not a list. "
                + "The source has changed.");
        }

        var owners = Owners(response);
        return new OffsetPage(
            [.. items.EnumerateArray().Select(item => VkParser.Read(item, owners))],
            items.GetArrayLength() == 0 ? 0 : Math.Max(asked, items.GetArrayLength()),
            response.SmallNumber("count", 0, int.MaxValue));
    }

    private static Dictionary<long, string> Owners(JsonElement response)
    {
        var groups = response.Items("groups").Select(group => (Number: -group.Number("id"), Name: group.Text("name")));
        var people = response.Items("profiles").Select(person => (
            Number: person.Number("id"), Name: Join(person.Text("first_name"), person.Text("last_name"))));
        Dictionary<long, string> names = [];
        foreach (var (number, name) in groups.Concat(people))
        {
            if (number is { } owner && name is not null)
            {
                names.TryAdd(owner, name);
            }
        }

        return names;
    }

    private static string? Join(params IEnumerable<string?> names) =>
        string.Join(' ', names.OfType<string>()) is { Length: > 0 } joined ? joined : null;
}
