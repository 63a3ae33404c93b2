using System.Globalization;
using Metadata.Client;

namespace Scraper.Editing.Movies;

/// <summary>Shows a film to a person.</summary>
internal static class MovieScreen
{
    public static void Write(Terminal terminal, MovieDetails movie)
    {
        WriteName(terminal, movie);
        Line("original title", movie.OriginalTitle);
        Line("genres", string.Join(", ", movie.Genres));
        Line("countries", string.Join(", ", movie.Countries));
        Line("directors", string.Join(", ", movie.Directors));
        Line("rating", movie.Rating?.ToString(CultureInfo.InvariantCulture));
        Line("age rating", movie.AgeRating is { } age ? string.Create(CultureInfo.InvariantCulture, $"{age}+") : null);
        Line("duration", movie.DurationSeconds is { } seconds ? $"{seconds / 60} min" : null);
        Line("description", movie.Description?.ReplaceLineEndings("\n    "));
        Line("locked", string.Join(", ", movie.LockedFields ?? []));
        terminal.WriteTable(
            ["Video", "Source", "Availability", "Length", "Views", "Page"],
            movie.Videos.Select(video => new[]
            {
                video.Id.ToString(CultureInfo.InvariantCulture), video.Source,
                video.Availability.ToString().ToLowerInvariant(),
                video.DurationSeconds is { } length ? $"{length / 60} min" : "",
                video.Views.ToString(CultureInfo.InvariantCulture), video.SourceUrl,
            }));

        void Line(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                terminal.Out.WriteLine($"  {name}: {value}");
            }
        }
    }

    public static void WriteName(Terminal terminal, MovieDetails movie) =>
        terminal.Out.WriteLine($"{NameOf(movie)}{(movie.IsActive ? "" : ", hidden")}");

    /// <summary>"7: Зеркало (1975)".</summary>
    public static string NameOf(MovieSummary movie) => string.Create(
        CultureInfo.InvariantCulture, $"{movie.Id}: {movie.Title}{(movie.Year is { } year ? $" ({year})" : "")}");

    /// <summary>The film as a command leaves it: for a person, or as JSON.</summary>
    public static int Answer(Terminal terminal, MovieAnswer answer, bool asJson)
    {
        if (asJson)
        {
            CliJson.Write(terminal.Out, answer, CliJson.Readable.MovieAnswer);
            return ExitCode.Done;
        }

        Write(terminal, answer.Movie);
        if (answer.Other is { } other)
        {
            Write(terminal, other);
        }

        return ExitCode.Done;
    }
}
