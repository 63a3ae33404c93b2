using System.Text.Json;
using Scraper.Fetching;
using Scraper.Sources.Sites.Extracting;

namespace Scraper.Sources.Sites.Definitions;

/// <summary>Reads how a site is fetched. A definition may ask for more patience than the host gate has, never for less.</summary>
internal sealed class FetchReader(FieldRuleReader fields, DefinitionProblems problems)
{
    private static readonly string[] BrowserKeys = ["waitFor", "blockResources", "hosts"];

    // Pages are read, not looked at.
    private static readonly string[] AlwaysBlocked = ["image", "media", "font"];

    // Who we are and how a message is framed is not a definition's to say.
    private static readonly string[] OwnHeaders =
    [
        "user-agent", "host", "cookie", "authorization", "connection", "content-length", "content-type", "expect",
        "transfer-encoding", "te", "upgrade", "via", "range", "accept-encoding", "if-none-match", "if-modified-since",
    ];

    public SiteFetch Read(PlacedJson? value)
    {
        if (value is null)
        {
            return new SiteFetch(Browser: null, Encoding: null, new Dictionary<string, string>(StringComparer.Ordinal), TimeSpan.Zero, Timeout: null);
        }

        var fetch = new PlacedObject(value, SiteKeys.Fetch, problems);
        var isBrowser = fetch.Word("mode", SiteKeys.Modes) == "browser";
        foreach (var key in BrowserKeys.Where(key => !isBrowser && fetch.Find(key) is not null))
        {
            problems.Add(fetch.Find(key)!, $"\"{key}\" goes with mode: browser.");
        }

        // The host gate lets one request at a time through, and a definition may only be stricter.
        fetch.Whole("concurrency", 1, 1);
        return new SiteFetch(
            isBrowser ? ReadBrowser(fetch) : null,
            ReadEncoding(fetch),
            ReadHeaders(fetch),
            TimeSpan.FromMilliseconds(fetch.Whole("minDelayMs", 0, SourceOptions.MaxDelayMilliseconds) ?? 0),
            fetch.Whole("timeoutMs", 1000, (int)WireExchange.TimeLimit.TotalMilliseconds) is { } limit
                ? TimeSpan.FromMilliseconds(limit) : null);
    }

    private SiteBrowser ReadBrowser(PlacedObject fetch)
    {
        foreach (var host in fetch.Items("hosts").Where(host => Uri.CheckHostName(host.Text) != UriHostNameType.Dns))
        {
            problems.Add(host, $"\"{host.Text}\" is no host name, such as static.kino.example.");
        }

        return new SiteBrowser(
            fetch.Find("waitFor") is { } wait ? fields.CheckedCss(wait, fetch.Text(wait)) : null,
            [.. AlwaysBlocked.Union(fetch.Words("blockResources", SiteKeys.Resources), StringComparer.Ordinal)],
            fetch.Texts("hosts"));
    }

    private string? ReadEncoding(PlacedObject fetch)
    {
        var name = fetch.Text("encoding");
        if (name is not null && PageText.Find(name) is null)
        {
            problems.Add(fetch.Find("encoding")!, $"\"{name}\" is no encoding, such as utf-8 or windows-1251.");
        }

        return name;
    }

    private Dictionary<string, string> ReadHeaders(PlacedObject fetch)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (var header in fetch.Find("headers")?.Members ?? [])
        {
            if (OwnHeaders.Contains(header.Name, StringComparer.OrdinalIgnoreCase))
            {
                problems.Add(header, $"The header {header.Name} is not for a definition to set.");
            }
            else if (header.Value is not { Kind: JsonValueKind.String, Text: { } text }
                || text.Any(char.IsControl) || !header.Name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
            {
                problems.Add(header, "A header is a name of letters, digits and hyphens, and a text on one line.");
            }
            else
            {
                headers[header.Name] = text;
            }
        }

        return headers;
    }
}
