using Metadata.Client;

namespace Gateway.Catalog;

/// <summary>What a film's page shows.</summary>
/// <param name="Similar">Films like it; none when they are among the missing parts.</param>
/// <param name="Missing">Keys of the parts that could not be had in time.</param>
internal sealed record MoviePage(MovieDetails Movie, IReadOnlyList<SimilarMovie> Similar, IReadOnlyList<string> Missing);
