using System.Text.Json;
using Metadata.Client;

namespace Benchmarks.Films;

/// <summary>Bodies for PUT /movies/batch, written before the clock runs.</summary>
internal static class Batches
{
    /// <summary>Films <paramref name="from"/> to <paramref name="to"/>, one upload each.</summary>
    public static IReadOnlyList<byte[]> OfFilms(FilmMaker maker, int from, int to) =>
        Write(Enumerable.Range(from, to - from).Select(maker.Film));

    /// <summary>The uploads of <see cref="Uploads"/>.</summary>
    public static IReadOnlyList<byte[]> OfUploads(FilmMaker maker, int count) => Write(Uploads(maker, count));

    /// <summary>As a scraper brings them: each fifth upload is a second one of a film that came before.</summary>
    public static IEnumerable<MovieUpsert> Uploads(FilmMaker maker, int count) => Enumerable.Range(0, count)
        .Select(n => n % 5 == 4 ? maker.SecondUpload(FilmAt(n / 2)) : maker.Film(FilmAt(n)));

    public static byte[] Of(params IReadOnlyList<MovieUpsert> uploads) =>
        JsonSerializer.SerializeToUtf8Bytes(uploads, MetadataJson.Default.IReadOnlyListMovieUpsert);

    private static int FilmAt(int upload) => upload - (upload / 5);

    private static List<byte[]> Write(IEnumerable<MovieUpsert> uploads) =>
        [.. uploads.Chunk(MovieUpsert.MaxBatch).AsParallel().AsOrdered().Select(chunk => Of(chunk))];
}
