using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Scraper.Fetching;
using Scraper.Sources;
using Scraper.Sources.Feeds;
using Scraper.Sources.Rutube;
using Scraper.Sources.Sites;
using Scraper.Tests.Sources;
using Scraper.Tests.Sources.Sites;

namespace Scraper.Tests.Bombs;

/// <summary>The program of a process that reads one bomb, as this product does or as its tools alone would, and tells what
/// that cost. It may die of it.</summary>
internal static class BombReader
{
    private const int MiB = 1024 * 1024;

    /// <param name="args">How to read, what to read, and something harmless to read first.</param>
    public static async Task<int> Main(string[] args)
    {
        var (way, bomb, harmless) = (args[0], new Uri(args[1]), new Uri(args[2]));
        // What is compiled and opened at first costs whoever comes first.
        await TryAsync(way, harmless);
        var before = Environment.CpuUsage.TotalTime;
        var outcome = await TryAsync(way, bomb);
        var cost = new BombCost(outcome, PeakMiB(), (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        Console.WriteLine(JsonSerializer.Serialize(cost));
        return 0;
    }

    private static async Task<string> TryAsync(string way, Uri url)
    {
        try
        {
            return await ReadAsync(way, url);
        }
        catch (SourceException refused)
        {
            return $"{refused.Failure}: {refused.Message}";
        }
        catch (Exception failed) when (failed is JsonException or HttpRequestException or OutOfMemoryException)
        {
            return $"{failed.GetType().Name}: {failed.Message}";
        }
    }

    private static async Task<string> ReadAsync(string way, Uri url)
    {
        using var fetching = LoopbackFetching.Create();
        var host = new Uri(url.GetLeftPart(UriPartial.Authority));
        var options = new SourceOptions { BaseUrl = host, DelayMilliseconds = 0, PageLimit = 3 };
        switch (way)
        {
            case "rutube":
                // The words looked for tell the host which answer is meant.
                return await WalkAsync(
                    new RutubeSource(options, fetching, TimeProvider.System), new SourceTarget("search", url.AbsolutePath.Trim('/')));
            case "feed":
                return await WalkAsync(new FeedSource(options, fetching, TimeProvider.System), new SourceTarget("url", url.AbsoluteUri));
            case "site":
                // A listing as one of the examples describes it.
                using (var files = new SiteFiles("plain"))
                {
                    files.Change("plain", root => root["list"]!["start"] = new JsonArray(url.AbsolutePath));
                    return await WalkAsync(files.Source("plain", host, fetching), new SourceTarget(SiteSource.Target, ""));
                }

            default:
                return Alone(way, await FetchAloneAsync(url));
        }
    }

    private static async Task<string> WalkAsync(ISource source, SourceTarget target)
    {
        var (videos, rejects) = (0, 0);
        await foreach (var page in source.ReadAsync(target, cursor: null, new FetchMeter(), CancellationToken.None))
        {
            (videos, rejects) = (videos + page.Videos.Count, rejects + page.Rejects.Count);
        }

        return $"{videos} videos, {rejects} rejects";
    }

    private static async Task<byte[]> FetchAloneAsync(Uri url)
    {
        using var handler = new HttpClientHandler { AutomaticDecompression = DecompressionMethods.All };
        using var http = new HttpClient(handler);
        return await http.GetByteArrayAsync(url);
    }

    private static string Alone(string way, byte[] body)
    {
        switch (way)
        {
            case "client alone":
                return $"{body.Length} bytes";
            case "json alone":
                var node = JsonNode.Parse(body, documentOptions: new JsonDocumentOptions { MaxDepth = int.MaxValue })!;
                return $"{Count(node)} values";
            case "html alone":
                return $"{new HtmlParser().ParseDocument(new MemoryStream(body)).DocumentElement.OuterHtml.Length} characters";
            default:
                throw new ArgumentException($"\"{way}\" is no way to read.", nameof(way));
        }
    }

    private static int Count(JsonNode? node) => node switch
    {
        JsonObject fields => 1 + fields.Sum(field => Count(field.Value)),
        JsonArray items => 1 + items.Sum(Count),
        _ => 1,
    };

    private static double PeakMiB()
    {
        const string Field = "VmHWM:";
        var line = File.ReadLines("/proc/self/status").Single(line => line.StartsWith(Field, StringComparison.Ordinal));
        return long.Parse(line[Field.Length..^"kB".Length], NumberStyles.Integer, CultureInfo.InvariantCulture) * 1024.0 / MiB;
    }
}

/// <summary>What it came to.</summary>
/// <param name="PeakMiB">The most memory that the process ever held.</param>
internal sealed record BombCost(string Outcome, double PeakMiB, double CpuSeconds);
