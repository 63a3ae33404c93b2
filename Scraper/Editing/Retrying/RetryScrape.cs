using Scraper.Collecting;
using Scraper.Journal;
using Scraper.Publishing;
using Scraper.Sources;

namespace Scraper.Editing.Retrying;

/// <summary>scraper scrape --retry-failed: only what failed in a source's last run, once more.</summary>
internal sealed class RetryScrape(IServiceProvider services, ScrapeScreen screen)
{
    private readonly RunHistory _history = services.GetRequiredService<RunHistory>();
    private readonly RunFailures _failures = services.GetRequiredService<RunFailures>();

    /// <param name="read">Runs a request as a scrape does.</param>
    public async Task<int> RunAsync(
        string name, bool isDry, Func<RunRequest, Task<int>> read, CancellationToken cancellationToken)
    {
        var configured = ScrapeOrder.Find(services.GetRequiredService<SourceCatalog>(), name);
        await services.GetRequiredService<JournalMigrator>().EnsureCurrentAsync(cancellationToken);
        if ((await _history.ListAsync(configured.Name, count: 1, cancellationToken)) is not [var last])
        {
            return Nothing(configured.Name, $"{configured.Name} has not been run yet: there is nothing to retry.");
        }

        var source = new RetrySource(new SinceSource(configured.Source), _failures);
        if (last.Status is RunStatus.Running or RunStatus.Stopped && last.Targets.Any(target => RetryTarget.Read(target) is not null))
        {
            Tell($"Going on with run {last.Id}, a retry that did not come to its end.");
            return await read(new RunRequest(source.Name, source, [.. last.Targets.Select(source.ReadTarget)], last.Limit));
        }

        var plan = await PlanAsync(last, cancellationToken);
        if (plan.IsEmpty)
        {
            return Nothing(configured.Name, $"Nothing failed in {RetryText.NameOf(last)}: there is nothing to retry.");
        }

        Tell($"Retrying of {RetryText.NameOf(last)}: {RetryText.InWords(plan)}.");
        return await RetryAsync(plan, source, isDry, read, cancellationToken);
    }

    private async Task<int> RetryAsync(
        RetryPlan plan, RetrySource source, bool isDry, Func<RunRequest, Task<int>> read, CancellationToken cancellationToken)
    {
        if (!isDry)
        {
            await _failures.SendAgainAsync(plan.Refused, cancellationToken);
        }

        var code = plan.HasReading ? await read(Request(plan, source)) : isDry ? ExitCode.Done : await SendAsync(plan, cancellationToken);
        return isDry || await TellOutcomeAsync(plan, source) || code != ExitCode.Done ? code : ExitCode.Partly;
    }

    private async Task<RetryPlan> PlanAsync(Run last, CancellationToken cancellationToken) => last.Status switch
    {
        RunStatus.Quarantined => throw new UsageException(
            $"The films of run {last.Id} are held back. Decide on them first: \"scraper runs release {last.Id}\" or "
            + $"\"scraper runs discard {last.Id}\"."),
        RunStatus.Discarded => throw new UsageException(
            $"Run {last.Id} was discarded. Run the source anew: \"scraper scrape {last.Source}\"."),
        _ => await _failures.PlanAsync(last, cancellationToken),
    };

    private static RunRequest Request(RetryPlan plan, RetrySource source)
    {
        try
        {
            foreach (var target in plan.Pages.Select(page => page.Target).Concat(plan.Rests.Select(rest => rest.Target)))
            {
                source.ReadTarget(target);
            }
        }
        catch (FormatException unknown)
        {
            throw new UsageException($"Run {plan.Run.Id} read a target that {source.Name} does not know any more: {unknown.Message}");
        }

        return plan.Request(source);
    }

    private async Task<int> SendAsync(RetryPlan plan, CancellationToken cancellationToken)
    {
        var waiting = await services.GetRequiredService<OutboxDrain>().SendAsync(cancellationToken);
        if (waiting > 0)
        {
            screen.TellWaiting(waiting, services.GetRequiredService<OutboxSender>().Problem);
        }

        var run = (await _history.FindAsync(plan.Run.Id, CancellationToken.None))!;
        var rejects = await _history.ListRejectsAsync(run.Id, CancellationToken.None);
        var report = ScrapeReport.Of(run, rejects, waiting, TimeSpan.Zero);
        screen.Write(report, message: null);
        return waiting > 0 ? ExitCode.Partly : ExitCode.Done;
    }

    /// <returns>Whether all that was retried went through.</returns>
    private async Task<bool> TellOutcomeAsync(RetryPlan plan, RetrySource source)
    {
        var latest = (await _history.ListAsync(source.Name, count: 1, CancellationToken.None))[0];
        var failed = await ListFailedAsync(latest.Id, isRefused: false);
        var ids = plan.Pages.SelectMany(page => page.ExternalIds).ToHashSet(StringComparer.Ordinal);
        var (again, missing) = (ids.Count(failed.Contains), ids.Count(id => !source.Listed.Contains(id)));
        if (ids.Count > 0)
        {
            Tell(RetryText.OfItems(ids.Count, again, missing));
        }

        var refused = 0;
        foreach (var run in plan.Refused.GroupBy(reject => reject.RunId))
        {
            var still = await ListFailedAsync(run.Key, isRefused: true);
            refused += run.Count(reject => still.Contains(reject.ExternalId));
        }

        if (plan.Refused.Count > 0)
        {
            Tell(RetryText.OfRefused(plan.Refused.Count, refused));
        }

        return again + missing + refused == 0;
    }

    private async Task<HashSet<string?>> ListFailedAsync(int runId, bool isRefused) =>
        (await _history.ListRejectsAsync(runId, CancellationToken.None))
        .Where(reject => reject.Step == CollectStep.Publish == isRefused)
        .Select(reject => reject.ExternalId).ToHashSet(StringComparer.Ordinal);

    private int Nothing(string source, string sentence)
    {
        Tell(sentence);
        if (screen.IsJson)
        {
            screen.Write(ScrapeReport.Nothing(source), message: null);
        }

        return ExitCode.Done;
    }

    private void Tell(string sentence) => screen.Terminal.Error.WriteLine(sentence);
}
