using Metadata.Client;

namespace Scraper.Editing.Movies;

/// <summary>A film as commands answer with it under --json.</summary>
internal sealed record MovieAnswer(int Schema, MovieDetails Movie)
{
    /// <summary>Where its values come from, where that was asked.</summary>
    public MovieProvenance? Why { get; init; }

    /// <summary>The other film of a merge that would be, or the one a film was split from.</summary>
    public MovieDetails? Other { get; init; }

    /// <summary>True when nothing was written.</summary>
    public bool? DryRun { get; init; }
}

/// <summary>Fields that an edit changes.</summary>
internal sealed record EditAnswer(int Schema, BulkEditReport Edit);
