using System.Text;
using System.Text.Json.Nodes;
using Scraper.Sources;
using Scraper.Sources.Sites;
using Scraper.Sources.Sites.Definitions;
using Scraper.Sources.Sites.Extracting;
using Scraper.Tests.Sources.Sites;

namespace Scraper.Tests.Sources.Mutating;

/// <summary>The sources that are sites, described in files.</summary>
internal static class SiteKinds
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static SourceKind Sites { get; } = new(
        "site",
        [List("plain"), Detail("plain"), List("structured"), Detail("structured"), List("scripted")],
        ["it is no sound XML", "it has more than 50000 tags and comments", "it begins like JSON and is none"],
        [
            "finds nothing in", "the filter \".*\" cannot read", "^key: the id has more than 200 characters$",
            "nothing was found, and the definition requires it", "is shorter than the .* that the definition accepts",
            "the site calls it \".*\", and the definition accepts",
            "^language: \".*\" is not one that the definition accepts", @"^rawTitle has \d+ characters; 500 are the most$",
        ]);

    /// <summary>The listing is spoilt, the items' own pages are not.</summary>
    private static AnswerSample List(string example)
    {
        var site = Definition(example);
        var detail = DetailOf(site, example);
        return new AnswerSample($"{example} list", Page(example, "list"), AnswerForm.Html, body =>
        {
            var page = Read(site, "films", body);
            var records = new SiteReading(site).ReadList(page, Now).Records;
            var rows = page.Root?.QuerySelectorAll(site.List.Rows.Css!)
                .Count(row => site.List.SkipRowsWithout is not { } css || row.QuerySelector(css) is not null);
            return new SampleReading([.. records.Select(record => Complete(site, record, detail))], rows ?? 0);
        });
    }

    /// <summary>The listing is sound, an item's own page is spoilt.</summary>
    private static AnswerSample Detail(string example)
    {
        var site = Definition(example);
        var listed = new SiteReading(site).ReadList(Read(site, "films", Bytes(example, "list")), Now).Records[0];
        return new AnswerSample($"{example} detail", Page(example, "detail"), AnswerForm.Html, body =>
            new SampleReading([Complete(site, listed, new SiteReading(site).ReadDetail(Read(site, "film/101", body), Now))], Sent: 1));
    }

    private static SiteRecord? DetailOf(SiteDefinition site, string example) => site.Detail is null
        ? null : new SiteReading(site).ReadDetail(Read(site, "film/101", Bytes(example, "detail")), Now);

    private static ReadItem Complete(SiteDefinition site, SiteRecord record, SiteRecord? detail)
    {
        var whole = record.Problem is not null || detail is null ? record
            : detail.Problem is { } problem ? record with { Problem = problem, Fragment = detail.Fragment }
            : record.With(detail.Values);
        return SiteVideos.Read(site, whole, JsonKinds.LastYear);
    }

    private static SitePage Read(SiteDefinition site, string path, byte[] body) =>
        SitePage.Read(new Uri(site.BaseUrl, path), body, encoding: null);

    private static SiteDefinition Definition(string example)
    {
        var file = Path.Combine(SiteFiles.Examples, example, "site.json");
        var root = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        if (example == "plain")
        {
            // What the examples leave out: a field that is required though its rule lets it be missing, and a language.
            var fields = root["detail"]!["fields"]!.AsObject();
            fields["player"] = new JsonObject { ["select"] = "iframe.player", ["attr"] = "src", ["optional"] = true };
            fields["language"] = new JsonObject { ["select"] = ".about", ["attr"] = "lang", ["optional"] = true };
            root["accept"]!["language"] = new JsonArray("ru");
        }

        var (definition, problems) = SiteDefinitionReader.Read(file, Encoding.UTF8.GetBytes(root.ToJsonString()));
        Assert.Empty(problems);
        return definition!;
    }

    private static byte[] Bytes(string example, string page) => File.ReadAllBytes(Path.Combine(SiteFiles.Examples, example, $"{page}.html"));

    private static string Page(string example, string page) => File.ReadAllText(Path.Combine(SiteFiles.Examples, example, $"{page}.html"))
        .Replace("<div class=\"about\">", "<div class=\"about\" lang=\"ru\">", StringComparison.Ordinal);
}
