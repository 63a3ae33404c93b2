using Metadata.Client;
using Scraper.Sources;

namespace Scraper.Links;

/// <summary>A video of the catalogue that its source can be asked about.</summary>
internal sealed record WaitingLink(WaitingVideo Video, SourceLink Link)
{
    /// <summary>The videos whose turn it is; those whose pages are none of the source's are left out.</summary>
    public static async Task<IReadOnlyList<WaitingLink>> ListAsync(
        CheckingClient metadata, ILinkedSource source, int limit, CancellationToken cancellationToken) =>
        [
            .. from video in await metadata.ListWaitingAsync(source.Name, limit, cancellationToken)
               let link = source.FindLink(video.SourceUrl, video.EmbedUrl)
               where link is not null
               select new WaitingLink(video, link),
        ];
}
