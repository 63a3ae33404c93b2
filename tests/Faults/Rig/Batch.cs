using System.Text.Json;
using Metadata.Client;

namespace Faults.Rig;

/// <summary>Uploads of films that nobody has sent before, under a key.</summary>
/// <param name="Uploads">Their pages at the host, by which they are found again.</param>
internal sealed record Batch(string Key, byte[] Body, IReadOnlyList<string> Uploads)
{
    private static readonly string[] Syllables = ["бал", "вер", "гор", "дин", "жур", "зам", "кет", "лоф", "мир", "нут"];

    /// <param name="writer">Sets the batches of several writers apart.</param>
    public static Batch Of(string writer, int number, int size = 50)
    {
        var items = Enumerable.Range(0, size).Select(item => Upload($"{writer}-{number}-{item}", (number * size) + item)).ToList();
        return new Batch(
            $"{writer}-{number}",
            JsonSerializer.SerializeToUtf8Bytes(items, MetadataJson.Default.IReadOnlyListMovieUpsert),
            items.ConvertAll(item => item.SourceUrl));
    }

    private static MovieUpsert Upload(string id, int number) => new()
    {
        Source = "rutube",
        ExternalId = id,
        SourceUrl = $"https://films.example/{id}",
        RawTitle = $"{Title(id, number)} (фильм)",
        Title = Title(id, number),
        Year = 1900 + (number % 120),
        Views = number,
        DurationSeconds = 3_600 + number,
        Description = string.Concat(Enumerable.Repeat("Описание картины. ", 20)),
        Genres = ["драма"],
        Countries = ["СССР"],
    };

    // Every number another pair of words, so that no two uploads are taken for one film.
    private static string Title(string id, int number) =>
        $"{Word(number)} и {Word(number * 7_919L)} {id.Split('-')[0]}";

    private static string Word(long number) =>
        string.Concat($"{number % 1_000_000:000000}".Select(digit => Syllables[digit - '0']));
}
