using System.Text.Json.Nodes;
using Metadata.Client;

namespace Scraper.Editing.Movies;

/// <summary>A field of a film that editors set.</summary>
/// <param name="Name">As in the API and on the command line.</param>
/// <param name="Read">What a film has there; null = unknown.</param>
internal sealed record EditableField(string Name, FieldShape Shape, Func<MovieDetails, JsonNode?> Read)
{
    /// <summary>A field without a value cannot be made unknown.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether scrapes write it, so that a lock means something.</summary>
    public bool IsLockable { get; init; } = true;
}

/// <summary>What the values of a field look like.</summary>
internal enum FieldShape
{
    Text,
    Whole,
    Fraction,

    /// <summary>Several names, in order.</summary>
    Names,
    Flag,
}
