using Metadata.Client;
using Scraper.Sources;

namespace Scraper.Editing.Links;

/// <summary>A video of the catalogue that its source can be asked about.</summary>
internal sealed record CataloguedLink(
    int MovieId, string Title, string Source, string SourceUrl, DateTimeOffset? CheckedAt, SourceLink Link)
{
    /// <summary>The videos that each of the sources knows, those that were looked at longest ago first.</summary>
    public static async Task<ILookup<string, CataloguedLink>> FindAsync(
        IAsyncEnumerable<MovieDetails> catalogue, IReadOnlyDictionary<string, ILinkedSource> sources,
        CancellationToken cancellationToken)
    {
        List<CataloguedLink> links = [];
        await foreach (var movie in catalogue.WithCancellation(cancellationToken))
        {
            links.AddRange(
                from video in movie.Videos
                where sources.ContainsKey(video.Source)
                let link = sources[video.Source].FindLink(video.SourceUrl, video.EmbedUrl)
                where link is not null
                select new CataloguedLink(movie.Id, movie.Title, video.Source, video.SourceUrl, video.CheckedAt, link));
        }

        return links.OrderBy(link => link.CheckedAt ?? DateTimeOffset.MinValue).ThenBy(link => link.MovieId)
            .ToLookup(link => link.Source, StringComparer.Ordinal);
    }
}
