using Metadata.Client;
using Metadata.Data;
using Metadata.Matching;
using Metadata.Movies;

namespace Metadata.Editing;

/// <summary>A field that editors set.</summary>
/// <param name="Lock">What becomes locked with it.</param>
/// <param name="Read">Reads and checks the value given; returns how to set it.</param>
/// <param name="Copy">Gives the second film the value of the first.</param>
internal sealed record EditableField(
    MovieFields Lock, Func<JsonFields, UpsertReader, Action<Movie>> Read, Action<Movie, Movie> Copy);

/// <summary>The fields of <see cref="MovieEdit"/> by their names in JSON.</summary>
internal static class EditableFields
{
    public static readonly IReadOnlyDictionary<string, EditableField> ByName =
        new Dictionary<string, EditableField>(StringComparer.Ordinal)
        {
            ["title"] = Field(MovieFields.Title,
            (fields, _) => fields.Required("title", MovieUpsert.MaxTitleLength), movie => movie.Title, (movie, title) => movie.Title = title),
            ["originalTitle"] = Field(MovieFields.OriginalTitle,
            (fields, _) => fields.Text("originalTitle", MovieUpsert.MaxTitleLength),
            movie => movie.OriginalTitle, (movie, title) => movie.OriginalTitle = title),
            ["year"] = Field(MovieFields.Year,
            (fields, limits) => (int?)fields.Whole("year", MovieUpsert.MinYear, limits.MaxYear),
            movie => movie.Year, (movie, year) => movie.Year = year),
            ["description"] = Field(MovieFields.Description,
            (fields, _) => fields.Text("description", MovieUpsert.MaxDescriptionLength, lines: true),
            movie => movie.Description, (movie, text) => movie.Description = text),
            ["genres"] = Field(MovieFields.Genres,
            (fields, _) => UpsertReader.Genres(fields, "genres"),
            movie => movie.Genres, (movie, names) => movie.Genres = MovieFacts.Distinct(names ?? [])),
            ["countries"] = Field(MovieFields.Countries,
            (fields, _) => fields.Names("countries", MovieModel.MaxNameLength),
            movie => movie.Countries, (movie, names) => movie.Countries = MovieFacts.Distinct(names ?? [])),
            ["directors"] = Field(MovieFields.Directors,
            (fields, _) => fields.Names("directors", MovieModel.MaxNameLength),
            movie => movie.Directors, (movie, names) => movie.Directors = MovieFacts.Distinct(names ?? [])),
            ["rating"] = Field(MovieFields.Rating,
            (fields, _) => fields.Number("rating", 0, 10), movie => movie.Rating, (movie, rating) => movie.Rating = rating),
            ["ageRating"] = Field(MovieFields.AgeRating,
            (fields, _) => UpsertReader.AgeRating(fields, "ageRating"),
            movie => movie.AgeRating, (movie, age) => movie.AgeRating = age),
            ["durationSeconds"] = Field(MovieFields.DurationSeconds,
            (fields, _) => UpsertReader.Duration(fields, "durationSeconds"),
            movie => movie.DurationSeconds, (movie, seconds) => movie.DurationSeconds = seconds),
            ["imageUrl"] = Field(MovieFields.ImageUrl,
            (fields, _) => fields.Address("imageUrl"),
            movie => movie.ImageUrl, (movie, url) => (movie.ImageUrl, movie.ThumbnailUrl) = (url, url)),
            ["isActive"] = Field(MovieFields.None,
            (fields, _) => fields.RequiredFlag("isActive"), movie => movie.IsActive, (movie, active) => movie.IsActive = active),
        };

    private static EditableField Field<T>(
        MovieFields locked, Func<JsonFields, UpsertReader, T> read, Func<Movie, T> get, Action<Movie, T> set) => new(
        locked,
        (fields, limits) =>
        {
            var value = read(fields, limits);
            return movie => set(movie, value);
        },
        (from, to) => set(to, get(from)));
}
