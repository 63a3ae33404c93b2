using System.Net;
using Metadata.Client;

namespace Gateway.Reports;

/// <summary>What visitors do and say, until Metadata has it.</summary>
internal sealed class VisitorReports(TimeProvider clock)
{
    private const int MostFilms = 10_000;
    private const int MostPlays = 1_000_000;

    private readonly OncePerClient _players = new(TimeSpan.FromHours(1), clock);
    private readonly OncePerClient _complaints = new(TimeSpan.FromDays(1), clock);

    /// <summary>Plays by film.</summary>
    public Tally<int> Plays { get; } = new(MostFilms, MostPlays);

    public Tally<ProblemNote> Problems { get; } = new(ReportingClient.MaxBatch, ReportingClient.MaxBatch);

    /// <summary>Counts a play, one of a client within an hour; false when there is no room for it.</summary>
    public bool TryCount(IPAddress? client, int movieId) =>
        !_players.IsFirst(client, movieId) || Plays.TryAdd(movieId);

    /// <summary>Takes a report, one of a kind of a client within a day; false when there is no room for it.</summary>
    public bool TryReport(IPAddress? client, ProblemNote note) =>
        !_complaints.IsFirst(client, note.VideoId, (int)note.Reason) || Problems.TryAdd(note);
}
