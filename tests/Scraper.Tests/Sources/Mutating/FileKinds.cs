using System.Text.Json;
using Hosts;
using Scraper.Fetching;
using Scraper.Sources;
using Scraper.Sources.Files;

namespace Scraper.Tests.Sources.Mutating;

/// <summary>Files that somebody made.</summary>
internal static class FileKinds
{
    private const string Csv = """
        source,externalId,sourceUrl,title,originalTitle,alternativeTitles,year,imageUrl,views,publishedAt,durationSeconds,description,genres,countries,directors,rating,ageRating,embedUrl,streamUrl,quality,language,authorName
        archive,nosferatu_1922,https://archive.org/details/nosferatu_1922,Носферату,Nosferatu,Вампир Носферату;Симфония ужаса,1922,https://archive.org/services/img/nosferatu_1922,1000,2006-07-14T12:12:46+03:00,4862,"Немой ""первый"" фильм",ужасы;фэнтези,Германия,Мурнау,7.8,12+,https://archive.org/embed/nosferatu_1922,https://archive.org/nosferatu.mp4,720p,de,Prana-Film
        file,aelita,https://films.example/aelita,Аэлита,,,1924,,,,6660,,фантастика,СССР,Протазанов,6.9,0,,,,ru,
        file,general,https://films.example/general,Генерал,The General,,1926,,,2020-01-01,4500,,комедия,США,Китон,,,,,,,
        """;

    // So short that a changed byte is often a quotation mark.
    private const string Quoted = """
        title,sourceUrl
        "Аэлита","https://films.example/aelita"
        "Генерал","https://films.example/general"
        """;

    private const string Lines = """
        {"title":"Аэлита","sourceUrl":"https://films.example/aelita","year":1924,"genres":["фантастика","драма"],"durationSeconds":6660}
        {"title":"Генерал","sourceUrl":"https://films.example/general","views":1000,"directors":"Китон","ageRating":"6+"}
        """;

    private static readonly string Folder = Directory.CreateTempSubdirectory("mutated-").FullName;

    private static readonly FileSource Source = new(
        FileSource.Defaults, new ManualTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)));

    public static SourceKind Files { get; } = new(
        "file",
        [
            Of("csv", Csv, AnswerForm.Csv, sent: null),
            Of("csv", Quoted, AnswerForm.Csv, sent: null),
            Of("tsv", Csv.Replace(',', '\t'), AnswerForm.Tsv, sent: null),
            Of("json", $"[{string.Join(',', Lines.Split('\n'))}]", AnswerForm.Json, CountArray),
            Of("ndjson", Lines, AnswerForm.Tsv, sent: null),
        ],
        [
            "it is not UTF-8", "it is empty", "is never closed", "a quotation mark stands inside the value", "is no column. Did you mean", "comes twice", "the column .* is missing",
            "it is not a JSON list of films",
        ],
        [
            "it has \\d+ values, the header", "it is a \\w+, not an object", "is .*, not a value$", "is no column. Did you mean",
            "the column .* is missing", "is empty, expected filled in every row", "expected a whole number from",
            "expected an address that begins with", "expected small letters, digits and hyphens", "expected a date such as",
            "expected a number from 0 to 10", "expected 0, 6, 12, 16 or 18", "characters long, expected", "values, expected 50 at most",
            "it is not JSON", "the name of a value is no text", "a quotation mark stands inside the value",
        ]);

    private static AnswerSample Of(string ending, string text, AnswerForm form, Func<byte[], int?>? sent) => new(
        ending, text, form, body =>
        {
            var path = Path.Combine(Folder, $"films.{ending}");
            File.WriteAllBytes(path, body);
            List<ReadItem> items = [];
            foreach (var page in Source.ReadAsync(new SourceTarget("path", path), cursor: null, new FetchMeter(), CancellationToken.None)
                .ToBlockingEnumerable())
            {
                items.AddRange(page.Videos.Select(ReadItem.Accept));
                items.AddRange(page.Rejects.Select(reject => new ReadItem(Video: null, reject)));
            }

            return new SampleReading(items, sent?.Invoke(body));
        });

    private static int? CountArray(byte[] body)
    {
        using var document = JsonDocument.Parse(body.AsSpan().StartsWith("\uFEFF"u8) ? body.AsMemory(3) : body);
        // "null" is a list of nothing.
        return document.RootElement.ValueKind == JsonValueKind.Null ? 0 : document.RootElement.GetArrayLength();
    }
}
