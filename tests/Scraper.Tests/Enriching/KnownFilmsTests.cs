using Hosts;
using Metadata.Client;
using Microsoft.EntityFrameworkCore;
using Scraper.Sources;
using Scraper.Sources.Files;
using Scraper.Tests.Collecting;

namespace Scraper.Tests.Enriching;

public sealed class KnownFilmsTests
{
    private const string Starter = """
        source	externalId	sourceUrl	title	originalTitle	year	directors	countries	durationSeconds	genres
        archive	nosferatu_1922	https://archive.org/details/nosferatu_1922	Носферату. Симфония ужаса	Nosferatu	1922	Фридрих Мурнау	Германия	5640	ужасы
        """;

    [Fact]
    public async Task A_known_film_keeps_its_facts_whatever_its_upload_is_called()
    {
        var upload = new RawVideo
        {
            Source = "archive",
            ExternalId = "nosferatu_1922",
            SourceUrl = "https://archive.org/details/nosferatu_1922",
            Title = "NOSFERATU *RESTORED* best quality trailer",
            Views = 7,
        };

        var film = await CollectAsync(upload);

        Assert.Equal(("Носферату. Симфония ужаса", "Nosferatu", 1922, 7L), (film.Title, film.OriginalTitle, film.Year, film.Views));
        Assert.Equal(["ужасы"], film.Genres!);
        Assert.Equal(["Фридрих Мурнау"], film.Directors!);
        Assert.Contains("NOSFERATU *RESTORED* best quality trailer", film.AlternativeTitles!, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Another_upload_of_the_same_source_is_taken_at_its_word()
    {
        var film = await CollectAsync(ScriptedPage.Film(3));

        Assert.Equal(("Летят журавли 3", 1957), (film.Title, film.Year));
    }

    private static async Task<MovieUpsert> CollectAsync(RawVideo upload)
    {
        var directory = Directory.CreateTempSubdirectory("scraper-known-").FullName;
        var path = Path.Combine(directory, "films.tsv");
        await File.WriteAllTextAsync(path, Starter);
        var source = new ScriptedSource("archive").With("list:a", ScriptedPage.Of(upload));
        var file = new FileSource(FileSource.Defaults, new ManualTimeProvider(ScraperParts.Start));
        await using var parts = await ScraperParts.CreateAsync(
            source, directory: directory, settings: new(StringComparer.Ordinal) { ["Starter:Path"] = path }, others: [file]);
        await parts.CollectAsync(source);
        await using var db = parts.OpenJournal();
        var entry = await db.Outbox.SingleAsync();
        return System.Text.Json.JsonSerializer.Deserialize(entry.Payload, MetadataJson.Default.MovieUpsert)!;
    }
}
