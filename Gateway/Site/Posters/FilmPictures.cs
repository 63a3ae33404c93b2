using System.Collections.Concurrent;

namespace Gateway.Site.Posters;

/// <summary>Finds the picture of an address: on the shelf, else at its host. A picture is fetched once however many
/// ask, and the fetch goes on when the asker leaves, for the next one.</summary>
internal sealed partial class FilmPictures(
    PictureShelf shelf, RestingHosts resting, IServiceScopeFactory scopes, PictureWaiting waiting,
    ILogger<FilmPictures> logger)
{
    private readonly ConcurrentDictionary<Uri, Lazy<Task<PictureSet?>>> _fetching = [];

    /// <summary>The version of a picture that is on the shelf, null for any other.</summary>
    public string? Version(Uri address) => shelf.Look(address)?.Version;

    /// <param name="width">How wide it is shown.</param>
    public async Task<FoundPicture> FindAsync(Uri address, int width, CancellationToken cancellationToken)
    {
        if (await shelf.FindAsync(address, width, cancellationToken) is { } kept)
        {
            return new FoundPicture(PictureState.Here, kept);
        }

        if (resting.IsResting(address))
        {
            return FoundPicture.Failed;
        }

        if (_fetching.Count >= PictureWaiting.LongestQueue)
        {
            return FoundPicture.Late;
        }

        var fetch = _fetching.GetOrAdd(address, uri => new Lazy<Task<PictureSet?>>(() => FetchAsync(uri))).Value;
        if (!await waiting.IsInTimeAsync(fetch, cancellationToken))
        {
            return FoundPicture.Late;
        }

        return await fetch is { } made ? new FoundPicture(PictureState.Here, made.For(width)) : FoundPicture.Failed;
    }

    private async Task<PictureSet?> FetchAsync(Uri address)
    {
        try
        {
            using var place = await waiting.TakePlaceAsync();
            if (resting.IsResting(address))
            {
                return null;
            }

            await using var scope = scopes.CreateAsyncScope();
            var fetcher = scope.ServiceProvider.GetRequiredService<PictureFetcher>();
            var maker = scope.ServiceProvider.GetRequiredService<PictureMaker>();
            var picture = await fetcher.FetchAsync(address, place.Deadline);
            var made = await maker.MakeAsync(picture, place.Stopping);
            shelf.Keep(address, made);
            return made;
        }
        catch (PictureException none) when (!none.IsHostFailure)
        {
            resting.RestPicture(address);
            NoPicture(none.Message);
            return null;
        }
        catch (Exception failure) when (failure is PictureException or HttpRequestException or IOException
            or OperationCanceledException)
        {
            resting.RestHost(address);
            HostFailed(address.Host, failure.Message);
            return null;
        }
        finally
        {
            _fetching.TryRemove(address, out _);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "No picture: {Reason}")]
    private partial void NoPicture(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Pictures of {Host} are left alone for a while: {Reason}")]
    private partial void HostFailed(string host, string reason);
}

internal enum PictureState
{
    Here,

    /// <summary>Still being fetched.</summary>
    Late,

    /// <summary>Not to be had for some minutes.</summary>
    Failed,
}

/// <param name="Picture">Present when <paramref name="State"/> is Here.</param>
internal sealed record FoundPicture(PictureState State, Picture? Picture = null)
{
    public static readonly FoundPicture Late = new(PictureState.Late);
    public static readonly FoundPicture Failed = new(PictureState.Failed);
}
