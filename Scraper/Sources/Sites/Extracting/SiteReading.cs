using Scraper.Sources.Sites.Definitions;
using Scraper.Sources.Sites.Filters;

namespace Scraper.Sources.Sites.Extracting;

/// <summary>Reads a site's pages as its definition says. Pure: the same page at the same time gives the same records.</summary>
internal sealed class SiteReading(SiteDefinition definition)
{
    private const int MaxKeyLength = 200;
    private const int MaxValues = 50;

    /// <summary>The records of a listing's page, and where it goes on.</summary>
    public SiteListing ReadList(SitePage page, DateTimeOffset now)
    {
        var scene = new ReadingScene(page.BaseUrl, now);
        var rows = SiteRow.Of(page, definition.List.Rows, definition.List.SkipRowsWithout);
        var next = definition.List.Pages.Next is { } rule && ReadField(rule, SiteRow.Whole(page), scene).Values is [var text, ..]
            ? text : null;
        return new SiteListing([.. rows.Select(row => ReadRow(row, scene))], next);
    }

    /// <summary>The record of an item's own page.</summary>
    public SiteRecord ReadDetail(SitePage page, DateTimeOffset now) =>
        ReadFields(key: null, definition.Detail!.Fields, SiteRow.Whole(page), new ReadingScene(page.BaseUrl, now));

    private SiteRecord ReadRow(SiteRow row, ReadingScene scene)
    {
        var (keys, problem) = ReadField(definition.List.Key, row, scene);
        if (keys is not [{ Length: > 0 and <= MaxKeyLength } key, ..])
        {
            var reason = problem ?? $"key: the id has more than {MaxKeyLength} characters";
            return new SiteRecord(Key: null, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), reason, row.Fragment());
        }

        return ReadFields(key, definition.List.Fields, row, scene);
    }

    private static SiteRecord ReadFields(string? key, IReadOnlyList<FieldRule> fields, SiteRow row, ReadingScene scene)
    {
        var found = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        string? first = null;
        foreach (var field in fields)
        {
            var (values, problem) = ReadField(field, row, scene);
            first ??= problem;
            if (values.Count > 0)
            {
                found[field.Name] = values;
            }
        }

        return new SiteRecord(key, found, first, first is null ? "" : row.Fragment());
    }

    private static (IReadOnlyList<string> Values, string? Problem) ReadField(FieldRule rule, SiteRow row, ReadingScene scene)
    {
        var texts = rule.Places.Select(row.Texts).FirstOrDefault(found => found.Count > 0) ?? [];
        IReadOnlyList<string> values = rule.Many ? [.. texts.Take(MaxValues)] : [.. texts.Take(1)];
        var problem = texts.Count > 0 ? null
            : $"{rule.Name}: \"{string.Join("\" or \"", rule.Places)}\" finds nothing in {row.Fragment()}";
        foreach (var filter in problem is null ? rule.Filters : [])
        {
            if (filter.Apply(values, scene) is { } changed && changed.Any(value => value.Length > 0))
            {
                values = [.. changed.Where(value => value.Length > 0)];
                continue;
            }

            problem = $"{rule.Name}: the filter \"{filter.Text}\" cannot read \"{Cut(string.Join("\", \"", values))}\"";
            break;
        }

        return problem is null ? (values, null)
            : !rule.Optional ? ([], problem)
            : rule.Default is { } byDefault ? ([byDefault], null)
            : ([], null);
    }

    private static string Cut(string text) => text.Length <= 200 ? text : $"{text[..200]}…";
}

/// <param name="Next">The next page's address or token, where the definition says how to find it.</param>
internal sealed record SiteListing(IReadOnlyList<SiteRecord> Records, string? Next);
