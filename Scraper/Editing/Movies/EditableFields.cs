using System.Text.Json.Nodes;
using Metadata.Client;
using Scraper.Sources;

namespace Scraper.Editing.Movies;

/// <summary>The fields of <see cref="MovieEdit"/>, for reading them as an editor types them.</summary>
internal static class EditableFields
{
    public static readonly IReadOnlyList<EditableField> All =
    [
        new("title", FieldShape.Text, movie => movie.Title) { IsRequired = true },
        new("originalTitle", FieldShape.Text, movie => movie.OriginalTitle),
        new("year", FieldShape.Whole, movie => movie.Year),
        new("description", FieldShape.Text, movie => movie.Description),
        new("genres", FieldShape.Names, movie => Names(movie.Genres)),
        new("countries", FieldShape.Names, movie => Names(movie.Countries)),
        new("directors", FieldShape.Names, movie => Names(movie.Directors)),
        new("rating", FieldShape.Fraction, movie => movie.Rating),
        new("ageRating", FieldShape.Whole, movie => movie.AgeRating),
        new("durationSeconds", FieldShape.Whole, movie => movie.DurationSeconds),
        new("imageUrl", FieldShape.Text, movie => movie.ImageUrl),
        new("isActive", FieldShape.Flag, movie => movie.IsActive) { IsRequired = true, IsLockable = false },
    ];

    public static IEnumerable<string> NamesOfAll => All.Select(known => known.Name);

    /// <exception cref="UsageException">A film has no such field.</exception>
    public static EditableField Require(string name) =>
        Find(name) ?? throw new UsageException(
            $"A film has no field \"{name}\". Did you mean \"{NearestName.Of(name, NamesOfAll)}\"? "
            + $"Fields: {string.Join(", ", NamesOfAll)}.");

    public static EditableField? Find(string name) =>
        All.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads "field=value"; an empty value makes the field unknown.</summary>
    /// <exception cref="UsageException">No such field, or a value that it cannot have.</exception>
    public static JsonObject Read(IEnumerable<string> assignments)
    {
        var fields = new JsonObject();
        foreach (var assignment in assignments)
        {
            var equals = assignment.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new UsageException($"\"{assignment}\" is not FIELD=VALUE. Example: --set year=1975");
            }

            var field = Require(assignment[..equals].Trim());
            try
            {
                fields[field.Name] = FieldText.Read(field, assignment[(equals + 1)..].Trim());
            }
            catch (FormatException wrong)
            {
                throw new UsageException($"{wrong.Message}.");
            }
        }

        return fields;
    }

    private static JsonArray? Names(IReadOnlyList<string> names) =>
        names.Count == 0 ? null : [.. names.Select(name => JsonValue.Create(name))];
}
