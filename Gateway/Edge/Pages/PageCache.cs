using Gateway.Edge.Overload;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway.Edge.Pages;

/// <summary>Answers with finished pages:
/// 1. a page of the catalogue's present state goes out at once;
/// 2. else it is made anew, one time for all who ask; who could be shown an older page waits for that no longer than
///    <see cref="Patience"/>, and not at all where it took longer before;
/// 3. what cannot be made in time is shown as it was, marked stale. While Metadata is away nothing is made.</summary>
internal sealed class PageCache(
    KeptPages kept, CatalogueWatch watch, PageMaker maker, PageAddresses addresses, TimeProvider clock)
{
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    /// <summary>The answer to a request.</summary>
    /// <param name="key">Names the page: equal for all requests, and only those, that have the same answer.</param>
    /// <param name="make">Is kept if it answers 200 without no-store. Whatever it asks of Metadata tells of which state
    /// of the catalogue it is; what it asks of anything else is not followed.</param>
    public Task<Results<FinishedAnswer, Problem>> AnswerAsync(
        HttpContext visitor, string key, PageMaking make, CancellationToken cancellationToken) =>
        FindAsync(visitor, key, make, isWhole: true, cancellationToken);

    /// <summary>The page of a key as part of an answer: what the visitor's address shows is more than this.</summary>
    public Task<Results<FinishedAnswer, Problem>> FindPartAsync(
        HttpContext visitor, string key, PageMaking make, CancellationToken cancellationToken) =>
        FindAsync(visitor, key, make, isWhole: false, cancellationToken);

    /// <summary>Answers with what is not kept; nothing is asked for while Metadata is away.</summary>
    public async Task<Results<FinishedAnswer, Problem>> PassAsync(
        Func<CancellationToken, Task<Results<FinishedAnswer, Problem>>> make, CancellationToken cancellationToken)
    {
        var sighting = await watch.ReadAsync(hasPage: false, cancellationToken);
        return sighting.IsAway ? Refuse(UpstreamProblems.Unreachable) : await make(cancellationToken);
    }

    private async Task<Results<FinishedAnswer, Problem>> FindAsync(
        HttpContext visitor, string key, PageMaking make, bool isWhole, CancellationToken cancellationToken)
    {
        if (visitor.Features.Get<AdmissionPlace>() is { } admitted)
        {
            // To wait for a page is no work; its making takes a place of its own.
            await admitted.LeaveAsync();
        }

        var place = kept.Find(key);
        var page = place?.Page;
        var sighting = await watch.ReadAsync(page is not null, cancellationToken);
        if (page?.IsCurrent(sighting, clock) == true)
        {
            place!.CountUse();
            if (isWhole)
            {
                addresses.Learn(visitor, place);
            }

            PageMeter.Current.Add();
            return page.Answer;
        }

        if (sighting.IsAway || (sighting.IsLate && page is not null))
        {
            return Older(page ?? await kept.FetchAsync(key)) ?? Refuse(UpstreamProblems.Unreachable);
        }

        try
        {
            var made = page is null
                ? await maker.MakeAsync(key, make, sighting, cancellationToken)
                : await RefreshAsync(place!, make, sighting, cancellationToken);
            return Result(made, page, sighting);
        }
        catch (TimeoutException)
        {
            return Older(page) ?? Refuse(UpstreamProblems.Late);
        }
    }

    // The load goes on when this visitor has lost patience: the next one is to have the page.
    private async Task<MadePage> RefreshAsync(
        PagePlace place, PageMaking make, Sighting sighting, CancellationToken cancellationToken)
    {
        var load = maker.MakeAsync(place.Key, make, sighting, CancellationToken.None);
        try
        {
            return await load.WaitAsync(place.IsSlow ? TimeSpan.Zero : Patience, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            place.IsSlow = true;
            throw;
        }
    }

    private Results<FinishedAnswer, Problem> Result(MadePage made, Page? page, Sighting sighting)
    {
        if (made.IsFailure)
        {
            return Older(page ?? made.Older) ?? Refuse((Problem)made.Result.Result);
        }

        if (made.Page?.IsCurrent(sighting, clock) == false)
        {
            watch.Doubt();
        }

        PageMeter.Made.Add();
        return made.Result;
    }

    private Results<FinishedAnswer, Problem>? Older(Page? page)
    {
        if (page is null)
        {
            return null;
        }

        PageMeter.Stale.Add();
        return page.AsStale(clock);
    }

    private static Problem Refuse(Problem problem)
    {
        PageMeter.Refused.Add();
        return problem;
    }
}
