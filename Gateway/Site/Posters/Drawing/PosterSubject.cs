using Metadata.Client;

namespace Gateway.Site.Posters.Drawing;

/// <summary>What a poster is drawn from.</summary>
/// <param name="Seed">Decides composition and colours; the same film always looks the same.</param>
internal sealed record PosterSubject(
    int Seed, string Title, int? Year, IReadOnlyList<string> Directors, IReadOnlyList<string> Genres)
{
    public static PosterSubject Of(MovieDetails movie) =>
        new(movie.Id, movie.Title, movie.Year, movie.Directors, movie.Genres);

    /// <summary>A film whose title cannot be asked for at the moment.</summary>
    public static PosterSubject Unknown(int id) => new(id, "", null, [], []);
}
