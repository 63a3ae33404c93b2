using System.Text.Json;

namespace Scraper.Sources.Sites.Definitions;

/// <summary>Reads the parts of a definition.</summary>
internal sealed class SitePartsReader(FieldRuleReader fields, DefinitionProblems problems, Uri baseUrl)
{
    private const int MaxPages = SourceOptions.MaxPageLimit;

    public SiteList ReadList(PlacedJson? value)
    {
        var nothing = new FieldRule("key", [], Many: false, Optional: false, Default: null, []);
        if (value is null)
        {
            return new SiteList([], new SitePages(PagesBy.Single, 1, null, null, PagesStop.Empty), new FieldPlace(FieldOrigin.Html, ""), null, nothing, []);
        }

        var list = new PlacedObject(value, SiteKeys.List, problems);
        var pages = ReadPages(list.Find("pages"));
        var start = list.Require("start") is null ? [] : list.Items("start");
        if (start.Count == 0 && list.Find("start") is { Kind: JsonValueKind.Array } empty)
        {
            problems.Add(empty, "At least one address is needed.");
        }

        return new SiteList(
            [.. start.Select(item => ReadStart(list, item, pages))],
            pages,
            ReadRows(list, pages),
            list.Find("skipRowsWithout") is { } skip ? fields.CheckedCss(skip, list.Text(skip)) : null,
            list.Require("key") is { } key ? fields.Read("key", key) : nothing,
            fields.ReadAll(list.Require("fields")));
    }

    public SiteDetail ReadDetail(PlacedJson value)
    {
        var detail = new PlacedObject(value, SiteKeys.Detail, problems);
        return new SiteDetail(
            detail.RequireText("from"),
            detail.Word("when", SiteKeys.When) switch
            {
                "never" => DetailWhen.Never,
                "changed" => DetailWhen.Changed,
                _ => DetailWhen.New,
            },
            fields.ReadAll(detail.Require("fields")));
    }

    public SiteFetch ReadFetch(PlacedJson? value) => new FetchReader(fields, problems).Read(value);

    public SiteAccept ReadAccept(PlacedJson? value, IReadOnlySet<string> known)
    {
        if (value is null)
        {
            return new SiteAccept([], [], MinDuration: null, []);
        }

        var accept = new PlacedObject(value, SiteKeys.Accept, problems);
        foreach (var item in accept.Items("require").Where(item => item.Text is { } name && !known.Contains(name)))
        {
            problems.Add(item, $"\"{item.Text}\" is no field of this definition. Read: {string.Join(", ", known)}.");
        }

        return new SiteAccept(
            accept.Words("kinds", SiteField.Kinds),
            accept.Texts("require"),
            accept.Whole("minDurationSeconds", 1, 86_400) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            accept.Texts("language"));
    }

    public SiteHealth ReadHealth(PlacedJson? value, IReadOnlySet<string> known)
    {
        var coverage = new Dictionary<string, double>(StringComparer.Ordinal);
        if (value is null)
        {
            return new SiteHealth(0, coverage, MaxUnknownKindShare: null, MaxChangeShare: null);
        }

        var health = new PlacedObject(value, SiteKeys.Health, problems);
        if (health.Find("coverage") is { } shares)
        {
            _ = new PlacedObject(shares, [.. known], problems);
            foreach (var share in shares.Members)
            {
                coverage[share.Name] = health.Share(share.Value) ?? 0;
            }
        }

        return new SiteHealth(
            health.Whole("minItems", 0, 10_000) ?? 0, coverage, health.Share("maxUnknownKindShare"), health.Share("maxChangeShare"));
    }

    private FieldPlace ReadRows(PlacedObject list, SitePages pages) => list.Find("rows") is { } rows ? fields.ReadRows(rows)
        : pages.By switch
        {
            PagesBy.Sitemap => new FieldPlace(FieldOrigin.Html, "url"),
            PagesBy.Feed => new FieldPlace(FieldOrigin.Html, "item, entry"),
            _ => list.Require("rows") is null ? new FieldPlace(FieldOrigin.Html, "") : new FieldPlace(FieldOrigin.Html, null),
        };

    private SitePages ReadPages(PlacedJson? value)
    {
        if (value is null)
        {
            return new SitePages(PagesBy.Single, 1, Max: null, Next: null, PagesStop.Empty);
        }

        var pages = new PlacedObject(value, SiteKeys.Pages, problems);
        var by = pages.Word("by", SiteKeys.By) switch
        {
            "number" => PagesBy.Number,
            "next" => PagesBy.Next,
            "cursor" => PagesBy.Cursor,
            "sitemap" => PagesBy.Sitemap,
            "feed" => PagesBy.Feed,
            _ => PagesBy.Single,
        };
        _ = pages.Require("by");
        var next = by is PagesBy.Next or PagesBy.Cursor ? pages.Require("next")
            : by == PagesBy.Feed ? pages.Find("next") : null;
        if (next is null && pages.Find("next") is { } useless)
        {
            problems.Add(useless, "\"next\" goes with by: next, cursor or feed.");
        }

        return new SitePages(
            by, pages.Whole("from", 0, MaxPages) ?? 1, pages.Whole("max", 1, MaxPages), next is null ? null : fields.Read("next", next),
            pages.Word("stop", SiteKeys.Stop) switch
            {
                "known" => PagesStop.Known,
                "watermark" => PagesStop.Watermark,
                _ => PagesStop.Empty,
            });
    }

    private string ReadStart(PlacedObject list, PlacedJson item, SitePages pages)
    {
        var start = list.Text(item);
        var slot = pages.By switch { PagesBy.Number => "{page}", PagesBy.Cursor => "{cursor}", _ => null };
        if (slot is not null && !start.Contains(slot, StringComparison.Ordinal))
        {
            problems.Add(item, $"\"{start}\" has no {slot} for the page to go in.");
        }

        var filled = start.Replace("{page}", "1", StringComparison.Ordinal).Replace("{cursor}", "", StringComparison.Ordinal);
        if (start.Length > 0 && (filled.Contains('{', StringComparison.Ordinal)
            || !Uri.TryCreate(baseUrl, filled, out var url) || url.Authority != baseUrl.Authority || url.Scheme != baseUrl.Scheme))
        {
            problems.Add(item, $"\"{start}\" is no address at {baseUrl} with at most {{page}} or {{cursor}} in it.");
        }

        return start;
    }
}
