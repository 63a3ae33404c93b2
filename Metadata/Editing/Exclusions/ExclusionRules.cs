using Metadata.Client;
using Metadata.Data;
using Microsoft.EntityFrameworkCore;

namespace Metadata.Editing.Exclusions;

/// <summary>Tells which uploads are not to be imported. Loaded once per batch.</summary>
internal sealed class ExclusionRules
{
    private readonly Dictionary<(string Source, string ExternalId), ImportExclusion> _videos = [];
    private readonly ILookup<string, ImportExclusion> _authors;
    private readonly List<(ImportExclusion Exclusion, TitlePattern Pattern)> _titles;

    /// <param name="exclusions">Those in force.</param>
    public ExclusionRules(IReadOnlyList<ImportExclusion> exclusions)
    {
        foreach (var exclusion in exclusions.Where(exclusion => exclusion is { Kind: ExclusionKind.Video, Source: not null }))
        {
            _videos.TryAdd((exclusion.Source!, exclusion.Value), exclusion);
        }

        _authors = exclusions.Where(exclusion => exclusion.Kind == ExclusionKind.Author)
            .ToLookup(exclusion => exclusion.Value, StringComparer.OrdinalIgnoreCase);
        _titles = [.. exclusions.Where(exclusion => exclusion.Kind == ExclusionKind.Title)
            .Select(exclusion => (exclusion, new TitlePattern(exclusion.Value)))];
    }

    /// <summary>The rules in force at a moment.</summary>
    public static async Task<ExclusionRules> ReadAsync(MoviesDb db, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(await db.Exclusions.AsNoTracking().Where(exclusion => exclusion.Until == null || exclusion.Until > now)
            .OrderBy(exclusion => exclusion.Id).ToListAsync(cancellationToken));

    /// <summary>Why the upload is kept out; null when it may come in.</summary>
    public string? Reason(MovieUpsert upsert) => Find(ExcludableVideo.Of(upsert)) is { } exclusion
        ? $"excluded: {exclusion.Reason} (exclusion {exclusion.Id})"
        : null;

    /// <summary>The first rule that fits; null when there is none.</summary>
    public ImportExclusion? Find(ExcludableVideo video)
    {
        if (_videos.TryGetValue((video.Source, video.ExternalId), out var single))
        {
            return single;
        }

        bool Holds(ImportExclusion exclusion) => exclusion.Source is null || exclusion.Source == video.Source;
        return new[] { video.AuthorName, video.AuthorUrl }.OfType<string>().SelectMany(author => _authors[author]).FirstOrDefault(Holds)
            ?? _titles.Find(title => Holds(title.Exclusion) && title.Pattern.Fits(video.RawTitle)).Exclusion;
    }
}

/// <summary>What of an upload the rules look at.</summary>
internal sealed record ExcludableVideo(string Source, string ExternalId, string RawTitle, string? AuthorName, string? AuthorUrl)
{
    public static ExcludableVideo Of(MovieUpsert upsert) => new(
        upsert.Source, upsert.ExternalId, upsert.RawTitle, upsert.Author?.Name, upsert.Author?.Url);

    public static ExcludableVideo Of(Video video) => new(
        video.Source, video.ExternalId, video.RawTitle, video.AuthorName, video.AuthorUrl);
}
