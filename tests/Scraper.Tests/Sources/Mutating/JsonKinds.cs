using System.Net;
using System.Text.Json;
using Scraper.Fetching;
using Scraper.Sources;
using Scraper.Sources.InternetArchive;
using Scraper.Sources.PeerTube;
using Scraper.Sources.Rutube;
using Scraper.Sources.VkVideo;

namespace Scraper.Tests.Sources.Mutating;

/// <summary>The sources that are read through an API.</summary>
internal static class JsonKinds
{
    public const int LastYear = 2027;

    public static readonly Uri Url = new("https://host.example/api/list/");

    // Of whatever API: before any field is looked at.
    private static readonly string[] NoJson = ["text that is not JSON as agreed", "a page for people instead of JSON"];

    private static readonly string[] NoItem = [@"^the item is a \w+, not an object$"];

    public static SourceKind Rutube { get; } = new(
        "rutube",
        [
            Json("rutube-search-2024.json", root => (RutubePage.Read(root, Url, Card).Items, "results")),
            Json("rutube-metainfo-2026.json", root => (RutubePage.Read(root, Url, Card).Items, "results")),
            Json("rutube-video-2014.json", root => ([RutubeParser.Read(root, card: null)], null)),
            Json("rutube-card-movie.json", ReadCard),
            Json("rutube-card-series.json", ReadCard),
            Json("rutube-cardgroup.json", root => ([.. RutubePage.Read(root, Url, card: null).Items], "results")),
            Json("rutube-oembed.json", root => ([RutubeOembed.Read(root, "6e4d63138f7d572283f44f6d730d0ce0")], null)),
            Json("rutube-play-options.json", ReadPlayer),
            Json("rutube-play-options-hidden.json", ReadPlayer),
            XmlKinds.Of("rutube-channel.rss", text =>
            {
                var page = RutubeRss.Read(text, "25256830");
                return [.. page.Videos.Select(ReadItem.Accept), .. page.Rejects.Select(reject => new ReadItem(Video: null, reject))];
            }),
        ],
        [
            .. NoJson, "is not the list that Rutube's API promises: the answer is a", "promises: the field \"results\" is",
            "promises: the field \"next\" is", "is not the card that Rutube's API promises", "the author has hidden this video",
            "not for our country or its rights ended", "this video is withheld", "says: ", "is not the XML that a feed is", "is a page for people, not a feed",
        ],
        [
            .. NoItem, "^id is .*, not 32 hexadecimal characters$", "^title is .*, not a text$", @"^title has \d+ characters; 500 are the most$",
            "^guid is .* and link is .*, neither a video of Rutube$",
        ]);

    public static SourceKind Archive { get; } = new(
        "archive",
        [
            Json("archive-scrape.json", root => (ArchivePage.Read(root, Url, LastYear).Items, "items")),
            Json("archive-item.json", root => ([ArchiveItem.Read(root, Url, LastYear)], null)),
        ],
        [.. NoJson, "the field \"items\" is", "the field \"metadata\" is", "is empty or dark", "is refused: error .*Correct the query"],
        [
            .. NoItem, "^identifier is .*, not an identifier$", "^title is .*, not a text$", @"^title has \d+ characters; 500 are the most$",
            "^mediatype is \".*\", not \"movies\"$",
        ]);

    public static SourceKind PeerTube { get; } = new(
        "peertube",
        [
            Json("peertube-list.json", root => (PeerTubePage.Read(root, Url, Url).Items, "data")),
            Json("peertube-video.json", root => ([PeerTubeParser.Read(root, Url)], null)),
        ],
        [.. NoJson, "the field \"data\" is"],
        [.. NoItem, "^uuid is .*, not a uuid$", "^name is .*, not a text$", @"^name has \d+ characters; 500 are the most$"]);

    public static SourceKind Vk { get; } = new(
        "vk",
        [
            Json("vk-search.json", root => (VkPage.Read(root, Url, asked: 200).Items, null)),
            new AnswerSample(
                "vk-error", """{"error":{"error_code":5,"error_msg":"User authorization failed: access_token has expired."}}""", AnswerForm.Json,
                body =>
                {
                    using var json = Parse(body);
                    return VkFailure.Code(json.Root) is null
                        ? SampleReading.None
                        : throw VkFailure.Of(json.Root, Url, new SourceTarget("search", "x"));
                }),
        ],
        [.. NoJson, "the field \"response.items\" is", "answers with error"],
        [
            .. NoItem, "^owner_id is .*, not the number of an owner$", "^id is .*, not a number$", "^title is .*, not a text$",
            @"^title has \d+ characters; 500 are the most$", "^platform is .*: the upload lies at another host, VK only shows it$",
        ]);

    private static RutubeCard Card { get; } = RutubeCard.Read(RecordedAnswer.Json("rutube-card-movie.json"), Url, LastYear);

    private static (IReadOnlyList<ReadItem>, string?) ReadCard(JsonElement root)
    {
        var facts = RutubeCard.Read(root, Url, LastYear).Facts;
        Assert.False(string.IsNullOrWhiteSpace(facts.Title));
        Assert.True(facts.Year is null or (>= 1888 and <= LastYear));
        return ([], null);
    }

    private static (IReadOnlyList<ReadItem>, string?) ReadPlayer(JsonElement root)
    {
        if (RutubePlayOptions.WhyWithheld(root, Url) is { } withheld)
        {
            throw withheld;
        }

        RutubePlayOptions.EffectiveVideo(root);
        return ([], null);
    }

    /// <param name="read">The items, and the list whose length says how many were sent; null for one item or another place.</param>
    private static AnswerSample Json(string name, Func<JsonElement, (IReadOnlyList<ReadItem> Items, string? List)> read) => new(
        name, RecordedAnswer.Text(name), AnswerForm.Json, body =>
        {
            using var json = Parse(body);
            var (items, list) = read(json.Root);
            return new SampleReading(items, list is null ? null : json.Root.GetProperty(list).GetArrayLength());
        });

    private static FetchedJson Parse(byte[] body) =>
        FetchedJson.Read(new FetchedBody(Url, HttpStatusCode.OK, "application/json", body));
}
