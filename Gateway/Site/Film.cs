using Metadata.Client;

namespace Gateway.Site;

/// <summary>What is known of a film when one of its addresses is asked for.</summary>
/// <param name="Movie">Present only when the film is known.</param>
internal sealed record Film(FilmState State, MovieDetails? Movie = null)
{
    public static readonly Film NotThere = new(FilmState.NotThere);
    public static readonly Film TakenDown = new(FilmState.TakenDown);
    public static readonly Film Unclear = new(FilmState.Unclear);
}

internal enum FilmState
{
    Known,

    /// <summary>Never heard of, or hidden.</summary>
    NotThere,
    TakenDown,

    /// <summary>Metadata could not be asked.</summary>
    Unclear,
}
