using Scraper.Fetching;

namespace Scraper.Sources.PeerTube;

/// <summary>Reads single videos with their details: the whole description, tags, and what can be played.</summary>
internal sealed class PeerTubeVideos(PoliteHttp http, Uri host)
{
    // Of what is shorter nobody makes a film, and each video costs a request.
    private static readonly TimeSpan LeastFilm = TimeSpan.FromMinutes(40);

    /// <exception cref="SourceException">Gone, or not for the public.</exception>
    public async Task<ReadItem> ReadAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            using var json = await http.GetJsonAsync(new Uri(host, $"/api/v1/videos/{id}"), cancellationToken);
            return PeerTubeParser.Read(json.Root, host);
        }
        catch (SourceException refused) when (refused.Failure == SourceFailure.Refused)
        {
            throw new SourceException(
                SourceFailure.Hidden, $"{host} keeps this video from the public: {refused.Message}", refused);
        }
    }

    /// <summary>The page with the details of what may be a film.</summary>
    public async Task<OffsetPage> CompleteAsync(OffsetPage page, CancellationToken cancellationToken)
    {
        List<ReadItem> items = [];
        foreach (var item in page.Items)
        {
            items.Add(item.Video is { StreamUrl: null, Marks: VideoMarks.None } video && video.Duration >= LeastFilm
                ? await CompleteAsync(item, video.ExternalId, cancellationToken)
                : item);
        }

        return page with { Items = items };
    }

    private async Task<ReadItem> CompleteAsync(ReadItem listed, string id, CancellationToken cancellationToken)
    {
        try
        {
            var detailed = await ReadAsync(id, cancellationToken);
            return detailed.Video?.ExternalId == id ? detailed : listed;
        }
        catch (SourceException withheld) when (withheld.Failure is SourceFailure.Gone or SourceFailure.Hidden)
        {
            // Copies of other instances' videos are listed before their details are known. The list said enough.
            return listed;
        }
    }
}
