using Gateway.Edge.Overload;
using Metadata.Caching;

namespace Gateway.Edge.Pages;

/// <summary>Gets a page that is not in memory, one time however many ask: from Redis if a current one is there, else by
/// making it; and keeps it if it is whole. A refusal (not there, taken down) ends what was kept.</summary>
internal sealed partial class PageMaker(
    KeptPages kept, SharedLoads<MadePage> loads, Admission admission, IServiceScopeFactory scopes,
    ILogger<PageMaker> logger)
{
    /// <param name="sighting">The state of the catalogue that the page is wanted of. Who knows of a newer one does not
    /// join a load that may have begun before it.</param>
    public Task<MadePage> MakeAsync(
        string key, PageMaking make, Sighting sighting, CancellationToken cancellationToken) =>
        loads.JoinAsync(
            $"{sighting.Stamp}/{key}", token => LoadAsync(key, make, sighting, token), cancellationToken);

    private async Task<MadePage> LoadAsync(
        string key, PageMaking make, Sighting sighting, CancellationToken cancellationToken)
    {
        var older = await kept.FetchAsync(key);
        if (older?.IsCurrent(sighting) == true)
        {
            return new MadePage(older.Answer, older);
        }

        var made = await AdmitAsync(key, make, cancellationToken) with { Older = older };
        if (made.Page is not null)
        {
            kept.Keep(key, made.Page);
        }
        else if (!made.IsFailure && made.Result.Result is not FinishedAnswer { Status: StatusCodes.Status200OK })
        {
            kept.Forget(key);
        }

        return made;
    }

    private async Task<MadePage> AdmitAsync(string key, PageMaking make, CancellationToken cancellationToken)
    {
        if (!admission.TryEnter() && !await admission.WaitAsync(cancellationToken))
        {
            return new MadePage(AdmissionPipeline.TooMuch);
        }

        try
        {
            return await MakeAsync(key, make, cancellationToken);
        }
        finally
        {
            admission.Leave();
        }
    }

    private async Task<MadePage> MakeAsync(string key, PageMaking make, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var begunAt = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var stamp = PageStamp.Begin();
        try
        {
            var result = await make(scope.ServiceProvider, cancellationToken);
            var page = result.Result is FinishedAnswer { IsKept: true } answer
                ? new Page(answer, stamp.Value, begunAt)
                : null;
            return new MadePage(result, page);
        }
        catch (Exception broken) when (!cancellationToken.IsCancellationRequested)
        {
            // Not left to each of those who wait: an older page may stand in.
            Broken(broken, key);
            return new MadePage(Problems.OfOurs);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The page {Key} could not be made")]
    private partial void Broken(Exception failure, string key);
}
