using Metadata.Data;
using Metadata.Matching;

namespace Metadata.Editing;

/// <summary>What follows from a film's facts and uploads: sums, sources, other titles, availability.</summary>
internal static class DerivedFacts
{
    /// <summary>Works them out anew and leaves the facts as they are, locked or not.</summary>
    /// <param name="movie">With its videos.</param>
    public static void Settle(Movie movie)
    {
        var locks = movie.LockedFields;
        movie.LockedFields = MovieFieldNames.Every;
        MovieFacts.Settle(movie);
        movie.LockedFields = locks;
    }
}
