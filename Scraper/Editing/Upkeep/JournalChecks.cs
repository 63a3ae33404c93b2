using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Scraper.Journal;

namespace Scraper.Editing.Upkeep;

/// <summary>Whether the Scraper's own database works, and what waits in it.</summary>
internal static class JournalChecks
{
    private const string Name = "journal";

    public static async Task<IReadOnlyList<Finding>> LookAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var store = services.GetRequiredService<JournalStore>();
        if (store.File is { } file && !File.Exists(file))
        {
            return [Finding.Warn(Name, $"{Path.GetFullPath(file)} is not there yet", "It is made by the first run or \"scraper serve\".")];
        }

        try
        {
            var db = store.Open();
            await using (db)
            {
                return
                [
                    .. await LookAsync(db, cancellationToken),
                    .. await StandingChecks.LookAsync(services, cancellationToken),
                ];
            }
        }
        catch (DbException unreadable)
        {
            return [Finding.Fail(Name, unreadable.Message, "Check ConnectionStrings:Scraper, the data directory and its permissions.")];
        }
    }

    private static async Task<IReadOnlyList<Finding>> LookAsync(JournalDb db, CancellationToken cancellationToken)
    {
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            return [Finding.Warn(Name, "of an older version", "It is brought up to date by the next run or \"scraper serve\".")];
        }

        var waiting = await db.Outbox.CountAsync(entry => !entry.IsHeld, cancellationToken);
        var quarantined = await db.Runs.Where(run => run.Status == RunStatus.Quarantined).OrderBy(run => run.Id).ToListAsync(cancellationToken);
        var doubts = await db.Review.CountAsync(item => item.Decision == null, cancellationToken);
        var last = await db.Runs.OrderByDescending(run => run.Id).FirstOrDefaultAsync(cancellationToken);
        return
        [
            Finding.Ok(Name, string.Create(CultureInfo.InvariantCulture, $"readable; {doubts} uploads in doubt")),
            waiting == 0
                ? Finding.Ok("outbox", "empty")
                : Finding.Warn(
                    "outbox", string.Create(CultureInfo.InvariantCulture, $"{waiting} films wait for Metadata"),
                    "They are sent by \"scraper serve\" or the next scrape once Metadata answers."),
            LastRun(last),
            .. quarantined.Select(Quarantined),
        ];
    }

    private static Finding Quarantined(Run run) => Finding.Warn(
        "quarantine",
        string.Create(CultureInfo.InvariantCulture, $"run {run.Id} of {run.Source} is held back: {string.Join("; ", run.DriftReasons)}"),
        string.Create(CultureInfo.InvariantCulture, $"scraper runs show {run.Id}, then release or discard it"));

    private static Finding LastRun(Run? last) => last switch
    {
        null => Finding.Warn("last run", "nothing has been collected yet", "scraper scrape SOURCE, or scraper serve"),
        { Status: RunStatus.Failed or RunStatus.Broken } => Finding.Warn(
            "last run", string.Create(CultureInfo.InvariantCulture, $"run {last.Id} of {last.Source}: {last.Message ?? "failed"}"),
            string.Create(CultureInfo.InvariantCulture, $"scraper runs show {last.Id}")),
        _ => Finding.Ok("last run", string.Create(
            CultureInfo.InvariantCulture,
            $"run {last.Id} of {last.Source}, {last.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC, {last.Status.ToString().ToLowerInvariant()}")),
    };
}
