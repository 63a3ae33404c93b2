using System.Text.Json;
using Metadata.Client;
using Metadata.Data;
using Metadata.Matching;
using Metadata.Movies;

namespace Metadata.Editing;

/// <summary>Reads an editor's change of a film. A field given as null or empty is set to unknown; every field given is
/// locked against uploads.</summary>
internal sealed class MovieEditReader(UpsertReader limits)
{
    /// <param name="body">An object with fields of <see cref="MovieEdit"/>.</param>
    /// <param name="errors">What is wrong, by field, all of it; then the edit must not be applied.</param>
    /// <returns>The change, to be applied to a film with its tags and videos.</returns>
    public Action<Movie> Read(JsonElement body, out Dictionary<string, string[]> errors)
    {
        var fields = new JsonFields(body);
        var changes = new List<Action<Movie>>();
        foreach (var name in body.EnumerateObject().Select(property => property.Name).Distinct(StringComparer.Ordinal))
        {
            if (EditableFields.ByName.TryGetValue(name, out var field))
            {
                var set = field.Read(fields, limits);
                changes.Add(movie => Change(movie, field, set));
            }
            else
            {
                fields.Reject(name, $"is not a field of a film; the fields are {string.Join(", ", EditableFields.ByName.Keys)}");
            }
        }

        errors = fields.Problems.ToDictionary(
            problem => problem.Key, problem => new[] { $"{problem.Key} {problem.Value}." }, StringComparer.Ordinal);
        return movie =>
        {
            changes.ForEach(change => change(movie));
            MovieFacts.Settle(movie);
        };
    }

    private static void Change(Movie movie, EditableField field, Action<Movie> set)
    {
        set(movie);
        movie.LockedFields |= field.Lock;
    }
}
