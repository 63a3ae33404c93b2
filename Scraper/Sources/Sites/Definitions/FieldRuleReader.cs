using System.Text.Json;
using AngleSharp.Css.Parser;
using Scraper.Sources.Sites.Extracting;
using Scraper.Sources.Sites.Filters;

namespace Scraper.Sources.Sites.Definitions;

/// <summary>Reads how a field is read: "css@attr | filter arg | …", or an object that says the same and more.</summary>
internal sealed class FieldRuleReader(DefinitionProblems problems)
{
    public static readonly IReadOnlyList<string> Keys = ["select", "attr", "from", "many", "optional", "default", "filters"];

    public static readonly IReadOnlyList<string> Origins = ["html", "ldjson", "meta", "json"];

    /// <summary>Every field of a "fields" object.</summary>
    public IReadOnlyList<FieldRule> ReadAll(PlacedJson? fields)
    {
        if (fields is null)
        {
            return [];
        }

        _ = new PlacedObject(fields, SiteField.Names, problems);
        return [.. fields.Members.Select(member => Read(member.Name, member.Value))];
    }

    /// <param name="name">One of <see cref="SiteField.Names"/>, or what a rule that is no field is called.</param>
    public FieldRule Read(string name, PlacedJson value) =>
        value.Kind == JsonValueKind.String ? ReadShort(name, value) : ReadLong(name, value);

    /// <summary>The rows of a listing: a selector, or a place in JSON.</summary>
    public FieldPlace ReadRows(PlacedJson value)
    {
        if (value.Kind == JsonValueKind.String)
        {
            return Place(value, FieldOrigin.Html, value.Text!, attribute: null);
        }

        var rows = new PlacedObject(value, ["select", "from"], problems);
        var from = Origin(rows.Word("from", [.. Origins.Where(origin => origin != "meta")]));
        return from == FieldOrigin.LdJson && rows.Find("select") is null
            ? new FieldPlace(from, Css: null)
            : Place(rows.Find("select") ?? value, from, rows.RequireText("select"), attribute: null);
    }

    /// <summary>Complains of what is no selector.</summary>
    public string CheckedCss(PlacedJson value, string css)
    {
        if (css.Length > 0 && new CssSelectorParser().ParseSelector(css) is null)
        {
            problems.Add(value, $"\"{css}\" is no CSS selector.");
        }

        return css;
    }

    private FieldRule ReadShort(string name, PlacedJson value)
    {
        var parts = FilterWords.Parts(value.Text!);
        var (select, attribute) = SplitAttribute(parts[0]);
        if (value.Text!.Trim().Length == 0)
        {
            problems.Add(value, "A selector is expected here, as in \"a.title@href | url\".");
        }

        var place = Place(value, FieldOrigin.Html, select, attribute);
        var filters = parts.Skip(1).Select(part => Filter(value, part)).OfType<SiteFilter>().ToList();
        return Rule(name, [place], filters, many: false, optional: false, byDefault: null);
    }

    private FieldRule ReadLong(string name, PlacedJson value)
    {
        var field = new PlacedObject(value, Keys, problems);
        var from = Origin(field.Word("from", Origins));
        var (many, optional, byDefault) = (field.Switch("many"), field.Switch("optional"), field.Text("default"));
        if (byDefault is not null && !optional)
        {
            problems.Add(field.Find("default")!, "Only an optional field can have a default. Add \"optional\": true.");
        }

        if (field.Find("attr") is { } attr && from is not FieldOrigin.Html)
        {
            problems.Add(attr, "Only elements have attributes: \"attr\" goes with \"from\": \"html\".");
        }

        List<SiteFilter> filters =
        [
            .. field.Items("filters")
                .Select(item => field.Text(item) is { Length: > 0 } text ? Filter(item, text) : null).OfType<SiteFilter>(),
        ];
        return Rule(name, Places(name, value, field, from), filters, many, optional, byDefault);
    }

    private IReadOnlyList<FieldPlace> Places(string name, PlacedJson value, PlacedObject field, FieldOrigin from)
    {
        if (field.Find("select") is { } select)
        {
            return [Place(select, from, field.Text(select), field.Text("attr"))];
        }

        IReadOnlyList<FieldPlace> known = from switch
        {
            FieldOrigin.LdJson => [.. StructuredFields.LinkedDataPaths(name)
                .Select(path => new FieldPlace(from, Css: null, Attribute: null, JsonPath.Parse(path)))],
            FieldOrigin.Meta => [.. StructuredFields.MetaNames(name).Select(meta => new FieldPlace(from, meta))],
            FieldOrigin.Html when field.Text("attr") is { } attribute => [new FieldPlace(from, Css: null, attribute)],
            _ => [],
        };
        if (known.Count == 0)
        {
            problems.Add(value, "\"select\" is missing: it says where the value stands.");
        }

        return known;
    }

    private FieldPlace Place(PlacedJson at, FieldOrigin from, string select, string? attribute)
    {
        var dollar = select.StartsWith('$') ? 0 : select.IndexOf(" $", StringComparison.Ordinal) + 1;
        var isJson = from == FieldOrigin.Json || (from == FieldOrigin.Html && select.StartsWith('$'));
        if (from == FieldOrigin.Meta)
        {
            return new FieldPlace(from, select);
        }

        if (!isJson && from != FieldOrigin.LdJson)
        {
            return new FieldPlace(from, select.Length == 0 ? null : CheckedCss(at, select), attribute);
        }

        var path = isJson && dollar > 0 ? select[dollar..] : select;
        var css = isJson && dollar > 0 ? CheckedCss(at, select[..(dollar - 1)].Trim()) : null;
        if (JsonPath.Parse(path) is not { } parsed)
        {
            problems.Add(at, $"\"{path}\" is no path into JSON, such as $.items[*].name.");
            return new FieldPlace(from, css);
        }

        return new FieldPlace(isJson ? FieldOrigin.Json : from, css, Attribute: null, parsed);
    }

    private SiteFilter? Filter(PlacedJson at, string text)
    {
        var (filter, problem) = FilterReader.Read(text);
        if (problem is not null)
        {
            problems.Add(at, problem);
        }

        return filter;
    }

    // A field's own filter comes last, so that a definition need not repeat what every address or number needs.
    private static FieldRule Rule(
        string name, IReadOnlyList<FieldPlace> places, List<SiteFilter> filters, bool many, bool optional, string? byDefault)
    {
        if (SiteField.Find(name) is { } field)
        {
            var own = places is [{ From: FieldOrigin.LdJson or FieldOrigin.Meta }, ..] && field.StructuredFilter is { } structured
                && filters.Count == 0 ? structured : field.Filter;
            var (filter, _) = FilterReader.Read(own);
            if (!filters.Exists(given => given.Name == filter!.Name))
            {
                filters.Add(filter!);
            }
        }

        return new FieldRule(name, places, many, optional, byDefault, filters);
    }

    private static FieldOrigin Origin(string? word) => word switch
    {
        "ldjson" => FieldOrigin.LdJson,
        "meta" => FieldOrigin.Meta,
        "json" => FieldOrigin.Json,
        _ => FieldOrigin.Html,
    };

    // The last "@" begins an attribute, unless it stands inside a selector of attributes.
    private static (string Select, string? Attribute) SplitAttribute(string text)
    {
        var at = text.LastIndexOf('@');
        var name = at < 0 ? "" : text[(at + 1)..].Trim();
        return name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or ':' or '.')
            && !text.StartsWith('$')
            ? (text[..at].Trim(), name)
            : (text, null);
    }
}
