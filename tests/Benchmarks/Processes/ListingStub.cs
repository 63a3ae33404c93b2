using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Benchmarks.Films;
using Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Benchmarks.Processes;

/// <summary>A host in a process of its own whose listing has as many pages as wanted, a hundred uploads each. The pages are
/// written before it is asked; all it does for a request is to put the page's number into them.</summary>
internal static class ListingStub
{
    /// <summary>The first argument that makes this program the stub; the second is the number of pages.</summary>
    public const string Argument = "listing-stub";

    public const int PageSize = 100;

    private const int Templates = 50;
    private const string Number = "0000badc";
    private const string Ready = "/ready";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ServiceProcess Start(int items) => new(
        [typeof(ListingStub).Assembly.Location, Argument, (items / PageSize).ToString(CultureInfo.InvariantCulture)],
        Ready, new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>Serves until it is ended.</summary>
    public static void Serve(int pages)
    {
        var templates = Titles().Chunk(PageSize).Take(Templates).Select(Template).ToList();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        using var app = builder.Build();
        app.MapGet(Ready, () => "ready");
        app.MapGet("/api/search/video/", (HttpContext context) =>
        {
            var page = int.Parse(context.Request.Query["page"].ToString(), CultureInfo.InvariantCulture);
            var body = Fill(templates[page % templates.Count], page, page < pages);
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body).AsTask();
        });
        app.Run();
    }

    /// <summary>Titles as uploaders write them where they lie beside the checkout, else those of made films.</summary>
    private static IEnumerable<string> Titles()
    {
        var file = Path.Combine(Checkout.SharedData, "titles.tsv");
        var maker = new FilmMaker(FilmLists.Read());
        var made = Enumerable.Range(0, Templates * PageSize).Select(n => maker.Film(n).RawTitle);
        return File.Exists(file) ? File.ReadLines(file).Skip(1).Select(line => line.Split('\t')[0]).Concat(made) : made;
    }

    private static PageTemplate Template(string[] titles, int number)
    {
        var results = titles.Select((title, at) =>
        {
            var video = new StubVideo((number * PageSize) + at, title, 5400 + (at * 10), new DateTime(2024, 4, 13).AddMinutes(at))
            {
                Description = string.Concat(Enumerable.Repeat("Описание картины, снятой давно и не здесь. ", 8)),
            }.ToJson();
            video["id"] = string.Create(CultureInfo.InvariantCulture, $"{Number}{at:x24}");
            return (JsonNode)video;
        });
        var page = new JsonObject { ["has_next"] = true, ["next"] = $"/api/search/video/?query=x&page={Number}&format=json" };
        page["results"] = new JsonArray([.. results]);
        var text = Encoding.UTF8.GetBytes(page.ToJsonString(Readable));
        return new PageTemplate(text, [.. Places(text)]);
    }

    private static IEnumerable<int> Places(byte[] text)
    {
        var number = Encoding.ASCII.GetBytes(Number);
        for (var at = text.AsSpan().IndexOf(number); at >= 0;)
        {
            yield return at;
            var next = text.AsSpan(at + 1).IndexOf(number);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private static byte[] Fill(PageTemplate template, int page, bool hasNext)
    {
        var body = (byte[])template.Text.Clone();
        // The first place is in the address of the next page, the others in the ids of this one's uploads.
        foreach (var (place, at) in template.Places.Select((place, at) => (place, at)))
        {
            Encoding.ASCII.GetBytes((at == 0 ? page + 1 : page).ToString("d8", CultureInfo.InvariantCulture), body.AsSpan(place));
        }

        return hasNext ? body : Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(body).Replace("\"has_next\":true", "\"has_next\":false", StringComparison.Ordinal));
    }

    private sealed record PageTemplate(byte[] Text, IReadOnlyList<int> Places);
}
