using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Scraper.Fetching;
using Scraper.Fetching.Charsets;
using Scraper.Sources;
using Scraper.Sources.Sites;
using Scraper.Sources.Sites.Definitions;
using Scraper.Sources.Sites.Extracting;
using Scraper.Sources.Sites.Sampling;

namespace Scraper.Editing.Sites;

/// <summary>scraper sources test --record: keeps a page of the listing and an item's own page, with the records that the
/// definition makes of them today.</summary>
internal sealed class SampleRecorder(
    Terminal terminal, SiteFetching fetching, IOptions<SourceSettings> settings, TimeProvider clock)
{
    // A definition in a folder of its own has its samples beside it; others have a folder each.
    private const string NameInFolder = "site.json";

    public async Task<int> RecordAsync(LoadedSite loaded, CancellationToken cancellationToken)
    {
        var site = loaded.Definition!;
        var options = settings.Value.Find(site.Id) ?? new SourceOptions { BaseUrl = site.BaseUrl };
        var web = fetching.Open(site, options, new FetchMeter());
        var reading = new SiteReading(site);
        var now = clock.GetUtcNow();

        var address = await new SiteWalk(site, web).FirstAsync(cancellationToken);
        var (list, page) = await KeepAsync(loaded, web, "list", address, isDetail: false, now, cancellationToken);
        var records = reading.ReadList(page, now).Records;
        List<JsonObject> samples = [list];
        var first = records.FirstOrDefault(record => record.Problem is null);
        if (first is not null && site.Detail is { When: not DetailWhen.Never } detail)
        {
            samples.Add((await KeepAsync(
                loaded, web, "detail", new Uri(first.Text(detail.From)!), isDetail: true, now, cancellationToken)).Sample);
        }

        await NoteAsync(loaded.File, samples, cancellationToken);
        var problems = records.Select(record => record.Problem).OfType<string>().ToList();
        terminal.Out.WriteLine(
            $"Recorded {samples.Count} samples beside {loaded.File}: {records.Count} rows, {problems.Count} of them unreadable. "
            + "The files with the expected records hold what the definition gives today: read them, and correct what is wrong there.");
        problems.Take(3).ToList().ForEach(problem => terminal.Error.WriteLine(problem));
        return records.Count == 0 ? ExitCode.SourceBroken : first is null ? ExitCode.SourceBroken : ExitCode.Done;
    }

    private static async Task<(JsonObject Sample, SitePage Page)> KeepAsync(
        LoadedSite loaded, SiteWeb web, string name, Uri url, bool isDetail, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var site = loaded.Definition!;
        var (answered, answer) = await web.FetchAsync(url, cancellationToken);
        var page = SitePage.Read(answered, answer.Body, web.EncodingOf(answer));
        var folder = Path.GetFileName(loaded.File) == NameInFolder ? "" : $"{site.Id}/";
        var (body, expect) = ($"{folder}{name}{(page.Json is null ? ".html" : ".body.json")}", $"{folder}{name}.json");
        var records = isDetail ? SampleRecords.OfDetail(site, page, now) : SampleRecords.OfList(site, page, now);
        await WriteAsync(loaded.File, body, Portable(answer, site), cancellationToken);
        await WriteAsync(loaded.File, expect, SampleRecords.Write(records), cancellationToken);
        return (new JsonObject
        {
            ["name"] = name,
            ["url"] = answered.AbsoluteUri,
            ["body"] = body,
            ["expect"] = expect,
            ["at"] = now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        }, page);
    }

    // A file has no headers: where these alone name the encoding, the file says it by its mark.
    private static byte[] Portable(FetchedBody answer, SiteDefinition site)
    {
        var told = TextCharset.Decode(answer.Body, site.Fetch.Encoding ?? answer.Charset);
        return told == TextCharset.Decode(answer.Body, site.Fetch.Encoding)
            ? answer.Body
            : [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(told)];
    }

    private static async Task NoteAsync(string definition, List<JsonObject> samples, CancellationToken cancellationToken)
    {
        var root = JsonNode.Parse(await File.ReadAllBytesAsync(definition, cancellationToken))!.AsObject();
        var names = samples.Select(sample => (string)sample["name"]!).ToList();
        var kept = root["samples"]?.AsArray().Where(sample => !names.Contains((string)sample!["name"]!, StringComparer.Ordinal)) ?? [];
        root["samples"] = new JsonArray([.. samples, .. kept.Select(sample => sample!.DeepClone())]);
        await WriteAsync(definition, Path.GetFileName(definition), [.. JsonSerializer.SerializeToUtf8Bytes(root, SiteJson.Indented), (byte)'\n'], cancellationToken);
    }

    private static async Task WriteAsync(string definition, string name, byte[] bytes, CancellationToken cancellationToken)
    {
        var path = SampleProblems.Beside(definition, name);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        await using var file = NewFile.Create(path);
        await file.Stream.WriteAsync(bytes, cancellationToken);
        await file.KeepAsync(cancellationToken);
    }
}
