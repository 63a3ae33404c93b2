using Metadata.Client;
using Metadata.Data;
using Metadata.Movies;
using Metadata.Operations;

namespace Metadata.Facts;

/// <summary>Reads a lookup of a request and checks it against the contract's limits.</summary>
internal sealed class LookupReader(UpsertReader limits)
{
    private const int MaxIdLength = 50;

    public FilmLookup Read(JsonFields fields)
    {
        var registry = fields.Required("registry", MaxIdLength);
        if (registry.Length > 0 && !Registries.ByTrust.Contains(registry, StringComparer.Ordinal))
        {
            fields.Reject("registry", $"must be one of {string.Join(", ", Registries.ByTrust)}, found {registry}");
        }

        var outcome = fields.RequiredChoice<LookupOutcome>("outcome");
        var facts = fields.Nested("facts", ReadFacts);
        if ((outcome == LookupOutcome.Found) != (facts is not null))
        {
            fields.Reject("facts", "must be there exactly when the outcome is found");
        }

        return new FilmLookup
        {
            MovieId = fields.RequiredId("movieId"),
            Registry = registry,
            Outcome = outcome,
            Reason = fields.Text("reason", FilmLookup.MaxReasonLength),
            Facts = facts,
        };
    }

    private RegistryFacts ReadFacts(JsonFields fields) => new()
    {
        Year = (int?)fields.Whole("year", MovieUpsert.MinYear, limits.MaxYear),
        OriginalTitle = fields.Text("originalTitle", MovieUpsert.MaxTitleLength),
        Genres = Known(UpsertReader.Genres(fields, "genres")),
        Countries = Known(fields.Names("countries", MovieModel.MaxNameLength)),
        Directors = Known(fields.Names("directors", MovieModel.MaxNameLength)),
        Rating = fields.Number("rating", 0, 10),
        RatingVotes = (int?)fields.Whole("ratingVotes", 0, int.MaxValue),
        AgeRating = UpsertReader.AgeRating(fields, "ageRating"),
        ExternalIds = fields.Nested("externalIds", ids => new ExternalIds(
            ids.Text("imdb", MaxIdLength), ids.Text("kinopoisk", MaxIdLength),
            ids.Text("tmdb", MaxIdLength), ids.Text("wikidata", MaxIdLength))),
    };

    private static IReadOnlyList<string>? Known(IReadOnlyList<string>? names) => names is { Count: > 0 } ? names : null;
}
