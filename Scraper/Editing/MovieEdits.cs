using System.Globalization;
using Metadata.Client;
using Scraper.Sources;

namespace Scraper.Editing;

/// <summary>Reads "field=value" as typed by an editor.</summary>
internal static class MovieEdits
{
    private static readonly Dictionary<string, Func<MovieEdit, string, MovieEdit>> Setters =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["title"] = (edit, value) => edit with { Title = value },
            ["originalTitle"] = (edit, value) => edit with { OriginalTitle = value },
            ["year"] = (edit, value) => edit with { Year = Whole("year", value) },
            ["description"] = (edit, value) => edit with { Description = value },
            ["genres"] = (edit, value) => edit with { Genres = Words(value) },
            ["countries"] = (edit, value) => edit with { Countries = Words(value) },
            ["directors"] = (edit, value) => edit with { Directors = Words(value) },
            ["rating"] = (edit, value) => edit with { Rating = Fraction("rating", value) },
            ["ageRating"] = (edit, value) => edit with { AgeRating = Whole("ageRating", value) },
            ["durationSeconds"] = (edit, value) => edit with { DurationSeconds = Whole("durationSeconds", value) },
            ["imageUrl"] = (edit, value) => edit with { ImageUrl = value },
            ["isActive"] = (edit, value) => edit with { IsActive = Truth("isActive", value) },
        };

    public static IReadOnlyCollection<string> Fields => Setters.Keys;

    /// <exception cref="UsageException">No such field, or a value that it cannot have.</exception>
    public static MovieEdit Read(IEnumerable<string> assignments) =>
        assignments.Aggregate(new MovieEdit(), Apply);

    private static MovieEdit Apply(MovieEdit edit, string assignment)
    {
        var equals = assignment.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            throw new UsageException($"\"{assignment}\" is not FIELD=VALUE. Example: --set year=1975");
        }

        var field = assignment[..equals].Trim();
        return Setters.TryGetValue(field, out var set)
            ? set(edit, assignment[(equals + 1)..].Trim())
            : throw new UsageException(
                $"A film has no field \"{field}\". Did you mean \"{NearestName.Of(field, Fields)}\"? Fields: {string.Join(", ", Fields)}.");
    }

    private static int Whole(string field, string value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number : throw Wrong(field, value, "a whole number");

    private static double Fraction(string field, string value) =>
        double.TryParse(value.Replace(',', '.'), CultureInfo.InvariantCulture, out var number)
            ? number : throw Wrong(field, value, "a number");

    private static bool Truth(string field, string value) =>
        bool.TryParse(value, out var truth) ? truth : throw Wrong(field, value, "true or false");

    private static string[] Words(string value) =>
        value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static UsageException Wrong(string field, string value, string wanted) =>
        new($"{field} is \"{value}\", it must be {wanted}.");
}
