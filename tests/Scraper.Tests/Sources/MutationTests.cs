using System.Net;
using System.Text;
using System.Text.Json;
using Scraper.Fetching;
using Scraper.Sources;
using Scraper.Sources.InternetArchive;
using Scraper.Sources.PeerTube;
using Scraper.Sources.Rutube;
using Scraper.Sources.VkVideo;

namespace Scraper.Tests.Sources;

/// <summary>Whatever a host sends: every item is either read soundly or refused with a reason, or the page is refused.</summary>
public sealed class MutationTests
{
    private const int Rounds = 3_000;
    private const int LastYear = 2027;

    private static readonly Uri Url = new("https://host.example/api/list/");

    [Theory]
    [InlineData("rutube-search-2024.json")]
    [InlineData("rutube-metainfo-2026.json")]
    public void Rutube_lists_are_read_or_refused(string name)
    {
        var card = RutubeCard.Read(RecordedAnswer.Json("rutube-card-movie.json"), Url, LastYear);
        Mutate(name, root => (RutubePage.Read(root, Url, card).Items, "results"));
    }

    [Theory]
    [InlineData("rutube-video-2014.json")]
    public void Rutube_videos_are_read_or_refused(string name) =>
        Mutate(name, root => ([RutubeParser.Read(root, card: null)], null));

    [Theory]
    [InlineData("rutube-card-movie.json")]
    [InlineData("rutube-card-series.json")]
    public void Rutube_cards_are_read_or_refused(string name) => Mutate(name, root =>
    {
        var facts = RutubeCard.Read(root, Url, LastYear).Facts;
        Assert.False(string.IsNullOrWhiteSpace(facts.Title));
        Assert.True(facts.Year is null or (>= 1888 and <= LastYear));
        return ([], null);
    });

    [Theory]
    [InlineData("rutube-play-options.json")]
    [InlineData("rutube-play-options-hidden.json")]
    public void Answers_of_rutubes_player_are_read(string name) => Mutate(name, root =>
    {
        RutubePlayOptions.WhyWithheld(root, Url);
        RutubePlayOptions.EffectiveVideo(root);
        return ([], null);
    });

    [Fact]
    public void Archive_listings_are_read_or_refused() =>
        Mutate("archive-scrape.json", root => (ArchivePage.Read(root, Url, LastYear).Items, "items"));

    [Fact]
    public void Archive_items_are_read_or_refused() =>
        Mutate("archive-item.json", root => ([ArchiveItem.Read(root, Url, LastYear)], null));

    [Fact]
    public void Lists_of_peertube_are_read_or_refused() =>
        Mutate("peertube-list.json", root => (PeerTubePage.Read(root, Url, Url).Items, "data"));

    [Fact]
    public void Videos_of_peertube_are_read_or_refused() =>
        Mutate("peertube-video.json", root => ([PeerTubeParser.Read(root, Url)], null));

    [Fact]
    public void Answers_of_vk_are_read_or_refused() => Mutate("vk-search.json", root => VkFailure.Code(root) is null
        ? (VkPage.Read(root, Url, asked: 200).Items, null)
        : throw VkFailure.Of(root, Url, new SourceTarget("search", "x")));

    [Fact]
    public void Showcases_of_rutube_are_read_or_refused() => Mutate("rutube-cardgroup.json", root =>
    {
        var page = RutubePage.Read(root, Url, card: null, RutubeShowcaseItem.IsVideo);
        foreach (var card in root.Items("results").Select(RutubeShowcaseItem.FilmCard).OfType<JsonElement>())
        {
            RutubeCard.Read(card, Url, LastYear);
        }

        return (page.Items, null);
    });

    [Fact]
    public void What_pages_that_embed_are_told_is_read_or_refused() => Mutate(
        "rutube-oembed.json", root => ([RutubeOembed.Read(root, "6e4d63138f7d572283f44f6d730d0ce0")], null));

    private static void Mutate(string name, Func<JsonElement, (IReadOnlyList<ReadItem> Items, string? List)> read)
    {
        var answer = RecordedAnswer.Text(name);
        var accepted = 0;
        for (var seed = 0; seed < Rounds; seed++)
        {
            var mutation = new MutatedAnswer(seed);
            var body = seed % 2 == 0 ? Encoding.UTF8.GetBytes(mutation.Structure(answer)) : mutation.Bytes(answer);
            try
            {
                using var json = FetchedJson.Read(new FetchedBody(Url, HttpStatusCode.OK, "application/json", body));
                var (items, list) = read(json.Root);
                accepted++;
                Assert.All(items, AssertSound);
                Assert.Equal(list is null ? items.Count : json.Root.GetProperty(list).GetArrayLength(), items.Count);
            }
            catch (SourceException refused)
            {
                Assert.True(refused.Failure is SourceFailure.Contract or SourceFailure.AntiBot or SourceFailure.Gone);
                Assert.Contains(Url.ToString(), refused.Message, StringComparison.Ordinal);
            }
        }

        Assert.InRange(accepted, Rounds / 5, Rounds);
    }

    private static void AssertSound(ReadItem item) => AssertSound(item, "^[A-Za-z0-9._-]{1,101}$");

    /// <param name="id">What ids of this source look like.</param>
    internal static void AssertSound(ReadItem item, string id)
    {
        if (item.Reject is { } reject)
        {
            Assert.Null(item.Video);
            Assert.NotEmpty(reject.Reason);
            return;
        }

        var video = item.Video!;
        Assert.False(string.IsNullOrWhiteSpace(video.Title));
        Assert.InRange(video.Title.Length, 1, 500);
        Assert.Matches(id, video.ExternalId);
        Assert.All(
            new[] { video.SourceUrl, video.EmbedUrl, video.ImageUrl, video.ThumbnailUrl, video.AuthorUrl, video.StreamUrl }.OfType<string>(),
            address => Assert.StartsWith("https://", address, StringComparison.Ordinal));
        Assert.True(video.Duration is null || (video.Duration > TimeSpan.FromSeconds(1) && video.Duration <= TimeSpan.FromDays(1)));
        Assert.True(video.Views is null or >= 0);
        Assert.True(video.AgeRating is null or 0 or 6 or 12 or 16 or 18);
        Assert.True(video.Stated.Year is null or (>= 1888 and <= LastYear));
        Assert.DoesNotContain('\0', video.Title + video.Description + video.AuthorName);
    }
}
