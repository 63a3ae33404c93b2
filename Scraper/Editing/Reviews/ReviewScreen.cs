using System.Globalization;
using Metadata.Client;
using Scraper.Editing.Movies;

namespace Scraper.Editing.Reviews;

/// <summary>Shows reviews: to a person, or as JSON.</summary>
internal sealed class ReviewScreen(Terminal terminal, bool asJson)
{
    public Terminal Terminal => terminal;

    public void WriteList(IReadOnlyList<ReviewEntry> entries, int total, int page)
    {
        if (asJson)
        {
            CliJson.Write(terminal.Out, new ReviewsAnswer(CliJson.Schema, entries, total), CliJson.Readable.ReviewsAnswer);
            return;
        }

        terminal.WriteTable(
            ["Id", "Source", "Title as uploaded", "In doubt", "Because", "Since (UTC)"],
            entries.Select(entry => new[]
            {
                entry.Id, entry.Source, entry.RawTitle, entry.Doubt,
                entry.Kind == ReviewKind.Upload ? string.Join("; ", entry.Reasons.Take(2)) : "",
                Text(entry.At),
            }));
        terminal.Out.WriteLine($"{entries.Count} of {total} reviews, page {page}");
    }

    /// <param name="choice">Null when it is decided.</param>
    public void Write(ReviewEntry entry, ReviewChoice? choice)
    {
        if (asJson)
        {
            CliJson.Write(terminal.Out, new ReviewAnswer(CliJson.Schema, entry, choice), CliJson.Readable.ReviewAnswer);
            return;
        }

        terminal.Out.WriteLine($"{entry.Id}: {entry.RawTitle}");
        terminal.Out.WriteLine($"  page: {entry.SourceUrl}");
        terminal.Out.WriteLine($"  {entry.Source}/{entry.ExternalId}, in doubt since {Text(entry.At)} UTC");
        terminal.Out.WriteLine($"  {entry.Doubt}");
        if (entry.Decision is { } decision)
        {
            terminal.Out.WriteLine($"  decided: {decision.ToString().ToLowerInvariant()}");
        }

        if (entry.Match is { } match)
        {
            terminal.Out.WriteLine($"  because {MatchReasons.OfReview(match.Code)}");
            WriteFilms(match);
        }
        else
        {
            WriteLines("  because:", entry.Reasons);
        }

        if (choice is not null)
        {
            WriteLines("  decide:", [
                $"scraper review accept {entry.Id}: {choice.Accept}.", $"scraper review reject {entry.Id}: {choice.Reject}."]);
        }
    }

    private void WriteLines(string heading, IEnumerable<string> lines)
    {
        terminal.Out.WriteLine(heading);
        foreach (var line in lines)
        {
            terminal.Out.WriteLine($"    {line}");
        }
    }

    /// <summary>What came of a decision.</summary>
    public int Tell(DecisionAnswer answer, string sentence, int code = ExitCode.Done)
    {
        if (asJson)
        {
            CliJson.Write(terminal.Out, answer, CliJson.Readable.DecisionAnswer);
        }

        (asJson ? terminal.Error : terminal.Out).WriteLine(sentence);
        return code;
    }

    private void WriteFilms(MatchReview match) => terminal.WriteTable(
        ["", "Its own film", "The film it may be of"],
        [
            ["Film", Text(match.Movie.Id), Text(match.Candidate.Id)],
            ["Title", match.Movie.Title, match.Candidate.Title],
            ["Original", match.Movie.OriginalTitle ?? "", match.Candidate.OriginalTitle ?? ""],
            ["Year", Text(match.Movie.Year), Text(match.Candidate.Year)],
            ["Minutes", Text(match.Movie.DurationSeconds / 60), Text(match.Candidate.DurationSeconds / 60)],
            ["Directors", string.Join(", ", match.Movie.Directors), string.Join(", ", match.Candidate.Directors)],
        ]);

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Text(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
