using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Metadata.Client;

/// <summary>A film like another one.</summary>
public sealed record SimilarMovie : MovieSummary
{
    [JsonConstructor]
    public SimilarMovie()
    {
    }

    [SetsRequiredMembers]
    public SimilarMovie(MovieSummary movie, SimilarReason reason)
        : base(movie) => Reason = reason;

    /// <summary>What the two have in common.</summary>
    public required SimilarReason Reason { get; init; }
}

/// <summary>What two films have in common; the strongest tie is named.</summary>
[JsonConverter(typeof(CamelCaseNames<SimilarReason>))]
public enum SimilarReason
{
    SameDirector,
    SameGenres,
}
