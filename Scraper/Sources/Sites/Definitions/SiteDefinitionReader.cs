using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Scraper.Sources.Sites.Definitions;

/// <summary>Reads a definition, and tells every mistake in it with its place and a remedy.</summary>
internal sealed partial class SiteDefinitionReader
{
    private readonly DefinitionProblems _problems;
    private readonly FieldRuleReader _fields;

    private SiteDefinitionReader(DefinitionProblems problems) =>
        (_problems, _fields) = (problems, new FieldRuleReader(problems));

    /// <param name="file">Shown with each mistake.</param>
    /// <returns>The definition, or what is wrong with it.</returns>
    public static (SiteDefinition? Definition, IReadOnlyList<DefinitionProblem> Problems) Read(string file, byte[] utf8)
    {
        var text = utf8.AsSpan().StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        var problems = new DefinitionProblems(file, text);
        PlacedJson root;
        try
        {
            root = PlacedJson.Parse(text);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return (null, [Malformed(file, malformed)]);
        }

        var definition = new SiteDefinitionReader(problems).Read(root);
        return problems.All.Count == 0 ? (definition, []) : (null, problems.All);
    }

    private static DefinitionProblem Malformed(string file, Exception malformed)
    {
        var place = malformed as JsonException;
        return new DefinitionProblem(
            file, (int)(place?.LineNumber ?? 0) + 1, (int)(place?.BytePositionInLine ?? 0) + 1, "$",
            $"This is no JSON: {malformed.Message.Split(" LineNumber:")[0]}");
    }

    private SiteDefinition Read(PlacedJson root)
    {
        var top = new PlacedObject(root, SiteKeys.Top, _problems);
        if (top.Require("schema") is { } schema && schema.Text != SiteDefinition.Schema.ToString(CultureInfo.InvariantCulture))
        {
            _problems.Add(schema, $"This program reads definitions of schema {SiteDefinition.Schema}.");
        }

        var baseUrl = ReadBaseUrl(top);
        var parts = new SitePartsReader(_fields, _problems, baseUrl);
        var list = parts.ReadList(top.Require("list"));
        var detail = top.Find("detail") is { } given ? parts.ReadDetail(given) : null;
        var fields = list.Fields.Concat(detail?.Fields ?? []).Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        RequireFields(top, root, list, fields);
        return new SiteDefinition(
            ReadId(top), top.RequireText("name"), baseUrl, top.Text("language"), parts.ReadFetch(top.Find("fetch")), list, detail,
            parts.ReadAccept(top.Find("accept"), fields), parts.ReadHealth(top.Find("health"), fields),
            new SampleListReader(_problems, baseUrl).Read(top.Items("samples")));
    }

    // A film without a title or a page of its own cannot be shown, whatever else is known of it.
    private void RequireFields(PlacedObject top, PlacedJson root, SiteList list, HashSet<string> fields)
    {
        foreach (var missing in new[] { SiteField.Url, SiteField.RawTitle }.Where(name => !fields.Contains(name)))
        {
            _problems.Add(top.Find("list") ?? root, $"No field \"{missing}\" is read: neither by list.fields nor by detail.fields.");
        }

        if (top.Find("detail") is { } detail && detail.Members.FirstOrDefault(member => member.Name == "from") is { } from
            && !list.Fields.Any(field => field.Name == from.Value.Text))
        {
            _problems.Add(from.Value, $"\"{from.Value.Text}\" is no field of list.fields. Name the one with the page's address, usually url.");
        }

        if (list.Pages.Stop == PagesStop.Watermark && !list.Fields.Any(field => field.Name == SiteField.PublishedAt))
        {
            _problems.Add(top.Find("list") ?? root, "stop: watermark needs the field publishedAt in list.fields.");
        }
    }

    private string ReadId(PlacedObject top)
    {
        var id = top.RequireText("id");
        if (id.Length > 0 && !Id().IsMatch(id))
        {
            _problems.Add(top.Find("id")!, $"\"{id}\" is no id: small letters, digits and hyphens, 32 at most, a letter first.");
        }

        return id;
    }

    private Uri ReadBaseUrl(PlacedObject top)
    {
        var text = top.RequireText("baseUrl");
        if (Uri.TryCreate(text, UriKind.Absolute, out var url)
            && url is { Scheme: "http" or "https", AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "", Host.Length: > 0 })
        {
            return url;
        }

        if (text.Length > 0)
        {
            _problems.Add(top.Find("baseUrl")!, $"\"{text}\" is not the root of a host, such as https://kino.example/.");
        }

        return new Uri("https://unknown.invalid/");
    }

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,31}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}
