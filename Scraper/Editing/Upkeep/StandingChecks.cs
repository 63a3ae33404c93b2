using Scraper.Journal;

namespace Scraper.Editing.Upkeep;

/// <summary>Whether the sources answer, by how their last runs went.</summary>
internal static class StandingChecks
{
    public static async Task<IReadOnlyList<Finding>> LookAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var standings = await services.GetRequiredService<SourceStandings>().ListAsync(cancellationToken);
        return [.. standings.Where(standing => StandingText.Of(standing) is not null).Select(Tell)];
    }

    private static Finding Tell(SourceStanding standing) => Finding.Warn(
        standing.Source,
        StandingText.Of(standing)!, // those without a text are left out above
        standing.PausedAt is not null ? $"scraper sources resume {standing.Source}" : $"scraper sources test {standing.Source}");
}
