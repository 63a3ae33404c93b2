using System.Globalization;
using Metadata.Client;

namespace Benchmarks.Films;

/// <summary>Makes any number of films. The n-th is always the same one, whoever asks and in whatever order.</summary>
internal sealed class FilmMaker(FilmLists lists)
{
    private const int Seed = 20_260_101;
    private const int ThisYear = 2026;

    // A step without a common divisor visits every film of the lists before any twice, in no order of theirs.
    private const int Step = 7_919;

    private static readonly int[] AgeRatings = [0, 6, 12, 12, 16, 16, 16, 18, 18];
    private static readonly string[] Qualities = ["480p", "720p", "1080p", "1080p", "2160p"];
    private static readonly DateTimeOffset FirstUpload = new(2010, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Shares _directors = new(lists.Directors);

    public string Origin => lists.Origin;

    /// <summary>The n-th film's first upload.</summary>
    public MovieUpsert Film(int n)
    {
        var random = new Random(HashCode(n));
        var (title, original, year) = Name(n, random);
        var source = Words.Sources.Draw(random);
        var page = $"https://{source}.example/video/{n:x8}";
        return new MovieUpsert
        {
            Source = source,
            ExternalId = $"{n:x8}",
            SourceUrl = page,
            RawTitle = string.Create(CultureInfo.InvariantCulture, $"{title} ({year}) фильм смотреть онлайн HD"),
            Title = title,
            OriginalTitle = original,
            Year = year,
            ImageUrl = $"{page}/poster.jpg",
            ThumbnailUrl = $"{page}/thumbnail.jpg",
            Views = Views(random),
            PublishedAt = FirstUpload.AddMinutes(random.Next(16 * 365 * 24 * 60)),
            DurationSeconds = Duration(random),
            Description = Description(random),
            Genres = Words.Genres.DrawSome(random, 3),
            Countries = Words.Countries.DrawSome(random, 2),
            Directors = _directors.DrawSome(random, 2),
            Rating = random.Next(10) == 0 ? null : Math.Round(Math.Clamp(6.5 + (Normal(random) * 1.3), 1, 10), 1),
            AgeRating = AgeRatings[random.Next(AgeRatings.Length)],
            EmbedUrl = $"https://{source}.example/embed/{n:x8}",
            Quality = Qualities[random.Next(Qualities.Length)],
            Language = "ru",
            Author = new Author($"Канал {random.Next(500)}", $"https://{source}.example/channel/{random.Next(500)}"),
        };
    }

    /// <summary>The n-th film's second upload, at another host, a few seconds longer or shorter.</summary>
    public MovieUpsert SecondUpload(int n)
    {
        var first = Film(n);
        var random = new Random(~HashCode(n));
        return first with
        {
            Source = "mirror",
            SourceUrl = $"https://mirror.example/{n:x8}",
            RawTitle = $"{first.Title} {first.Year} 1080p",
            Views = Views(random),
            DurationSeconds = first.DurationSeconds + random.Next(-5, 6),
            EmbedUrl = $"https://mirror.example/embed/{n:x8}",
            Description = null,
        };
    }

    private static int HashCode(int n) => unchecked((n * 486_187_739) + Seed);

    // Languages take turns, so that a large catalogue is as mixed as a small one. When the real films of a language are
    // used up, the beginning of one title and the end of another one make a new film.
    private (string Title, string? Original, int? Year) Name(int n, Random random)
    {
        var films = lists.Films[n % lists.Films.Count];
        var turn = n / lists.Films.Count;
        var known = films[(int)((long)turn * Step % films.Count)];
        var year = known.Year ?? (ThisYear + (int)(18 * Math.Log(1 - random.NextDouble())));
        if (turn < films.Count)
        {
            return (known.Title, known.OriginalTitle, Math.Clamp(year, MovieUpsert.MinYear, ThisYear));
        }

        var head = known.Title.Split(' ');
        var tail = films[random.Next(films.Count)].Title.Split(' ');
        string[] words = [.. head.Take((head.Length + 1) / 2), .. tail.Skip(tail.Length / 2)];
        var original = random.Next(3) == 0 ? Any(random).Title : null;
        year = Math.Clamp(year + random.Next(-9, 10), MovieUpsert.MinYear, ThisYear);
        return (string.Join(' ', words), original, year);
    }

    private KnownFilm Any(Random random)
    {
        var films = lists.Films[random.Next(lists.Films.Count)];
        return films[random.Next(films.Count)];
    }

    private string Description(Random random) =>
        string.Join(". ", Enumerable.Range(0, 6).Select(_ => $"{Any(random).Title} и {Any(random).Title}"));

    // Few films have nearly all views.
    private static long Views(Random random) =>
        (long)Math.Min(40 / Math.Pow(1 - random.NextDouble(), 1.2), 300_000_000);

    private static int Duration(Random random) => random.Next(12) == 0
        ? random.Next(120, 2_400)
        : (int)Math.Clamp(5_900 + (Normal(random) * 1_200), 2_400, 14_000);

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
