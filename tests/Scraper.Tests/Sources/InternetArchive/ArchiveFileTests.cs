using System.Text.Json.Nodes;
using Hosts;
using Scraper.Sources.InternetArchive;

namespace Scraper.Tests.Sources.InternetArchive;

public sealed class ArchiveFileTests
{
    [Theory]
    [InlineData("""[{"name":"film.mp4","format":"h.264","length":"4862","height":"480"},{"name":"film.ogv","format":"Ogg Video","length":"4862","height":"720"}]""", "film.mp4", "480p")]
    [InlineData("""[{"name":"a.mp4","format":"h.264","length":"4862","height":"480"},{"name":"b.mp4","format":"h.264 HD","length":"4861","height":"1080"}]""", "b.mp4", "1080p")]
    [InlineData("""[{"name":"film.avi","format":"Cinepack","length":"4862"},{"name":"film_512kb.mp4","format":"512Kb MPEG4","length":"1:21:02","height":"240"}]""", "film_512kb.mp4", "240p")]
    [InlineData("""[{"name":"film.ogv","format":"Ogg Video","length":"4862"}]""", "film.ogv", null)]
    [InlineData("""[{"name":"trailer.mp4","format":"h.264","length":"131","height":"1080"},{"name":"film.ogv","format":"Ogg Video","length":"4862","height":"300"}]""", "film.ogv", "300p")]
    [InlineData("""[{"name":"hidden.mp4","format":"h.264","length":"4862","height":"720","private":"true"},{"name":"film.mp4","format":"MPEG4","length":"4862","height":"360"}]""", "film.mp4", "360p")]
    [InlineData("""[{"name":"Part 1/Film & co.mp4","format":"h.264","length":"4862","height":"480"}]""", "Part%201/Film%20%26%20co.mp4", "480p")]
    public void The_film_itself_is_taken_in_what_plays_best(string files, string name, string? quality)
    {
        var best = ArchiveFile.Best(RecordedAnswer.Element(new JsonObject { ["files"] = JsonNode.Parse(files) }), "some_film");

        Assert.Equal(($"https://archive.org/download/some_film/{name}", quality), (best!.Url, best.Quality));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""[null,5,"x",{"name":null,"format":"h.264"},{"name":"x.mp4"},{"name":"x.mp4","format":["h.264"]}]""")]
    [InlineData("""[{"name":"../../../etc/passwd.mp4","format":"h.264","length":"4862"}]""")]
    [InlineData("""[{"name":"film.mp3","format":"VBR MP3","length":"4862"}]""")]
    public void Without_a_file_that_plays_there_is_none(string files) =>
        Assert.Null(ArchiveFile.Best(RecordedAnswer.Element(new JsonObject { ["files"] = JsonNode.Parse(files) }), "some_film"));

    [Fact]
    public async Task With_details_wanted_each_item_of_a_list_comes_with_its_file()
    {
        await using var archive = await StubArchive.StartAsync();
        using var fetching = LoopbackFetching.Create();
        archive.Items.Add(StubArchive.Item("nosferatu_1922_restored", "Nosferatu", 1922));
        archive.Items.Add(StubArchive.Item("unknown_film", "Unknown", 1923));
        archive.Metadata["nosferatu_1922_restored"] = JsonNode.Parse(RecordedAnswer.Text("archive-item.json"))!.AsObject();
        var options = ArchiveSource.Defaults with { BaseUrl = archive.Host.BaseUrl, DelayMilliseconds = 0, Details = true };
        var clock = new ManualTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

        var walk = await Walk.ThroughAsync(new ArchiveSource(options, fetching, clock), "collection:silent_films");

        Assert.Equal(
            ["https://archive.org/download/nosferatu_1922_restored/nosferatu.mp4", null],
            walk.Videos.Select(video => video.StreamUrl), StringComparer.Ordinal);
        Assert.Equal(3, walk.Meter.Requests);
    }
}
