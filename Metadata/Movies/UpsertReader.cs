using System.Text.Json;
using Metadata.Client;
using Metadata.Data;
using Metadata.Matching;

namespace Metadata.Movies;

/// <summary>Reads one item of a batch and checks it against the contract's limits.</summary>
internal sealed class UpsertReader(TimeProvider clock)
{
    private static readonly int[] AgeRatings = [0, 6, 12, 16, 18];

    /// <summary>Next year: films are announced before their release.</summary>
    public int MaxYear => clock.GetUtcNow().Year + 1;

    public IReadOnlyList<ReadItem> ReadAll(JsonElement array)
    {
        // Once for all: where the clock is a system call, asking it takes longer than the rest of a check.
        var maxYear = MaxYear;
        return [.. array.EnumerateArray().Select(item => Read(item, maxYear))];
    }

    private static ReadItem Read(JsonElement item, int maxYear)
    {
        var fields = new JsonFields(item);
        if (!fields.IsObject)
        {
            return new ReadItem(null, null, null, $"The item is {item.ValueKind}, not an object.");
        }

        var upsert = Read(fields, maxYear);
        var reason = string.Join("; ", fields.Problems.Select(problem => $"{problem.Key} {problem.Value}"));
        return new ReadItem(
            upsert.Source.Length > 0 ? upsert.Source : null, upsert.ExternalId.Length > 0 ? upsert.ExternalId : null,
            fields.Problems.Count == 0 ? upsert : null, reason.Length == 0 ? null : reason);
    }

    /// <summary>0, 6, 12, 16 or 18.</summary>
    public static int? AgeRating(JsonFields fields, string name)
    {
        var age = (int?)fields.Whole(name, 0, 18);
        if (age is null || AgeRatings.Contains(age.Value))
        {
            return age;
        }

        fields.Reject(name, $"must be one of {string.Join(", ", AgeRatings)}, found {age}");
        return null;
    }

    /// <summary>Genre names are kept in lower case.</summary>
    public static IReadOnlyList<string>? Genres(JsonFields fields, string name) =>
        fields.Names(name, MovieModel.MaxNameLength)?.Select(LetterCase.Lower).ToList();

    /// <summary>Hosts give 0 when they do not know.</summary>
    public static int? Duration(JsonFields fields, string name) =>
        (int?)fields.Whole(name, 0, MovieUpsert.MaxDurationSeconds) is > 0 and var seconds ? seconds : null;

    private static MovieUpsert Read(JsonFields fields, int maxYear) => new()
    {
        Source = fields.Required("source", MovieModel.MaxSourceLength),
        ExternalId = fields.Required("externalId", MovieModel.MaxExternalIdLength),
        SourceUrl = RequiredAddress(fields, "sourceUrl"),
        RawTitle = fields.Required("rawTitle", MovieUpsert.MaxTitleLength),
        Title = fields.Required("title", MovieUpsert.MaxTitleLength),
        OriginalTitle = fields.Text("originalTitle", MovieUpsert.MaxTitleLength),
        AlternativeTitles = fields.Names("alternativeTitles", MovieUpsert.MaxTitleLength),
        Year = (int?)fields.Whole("year", MovieUpsert.MinYear, maxYear),
        ImageUrl = fields.Address("imageUrl"),
        ThumbnailUrl = fields.Address("thumbnailUrl"),
        Views = fields.Whole("views", 0, long.MaxValue),
        PublishedAt = fields.Time("publishedAt"),
        DurationSeconds = Duration(fields, "durationSeconds"),
        Description = fields.Text("description", MovieUpsert.MaxDescriptionLength, lines: true),
        Genres = Genres(fields, "genres"),
        Countries = fields.Names("countries", MovieModel.MaxNameLength),
        Directors = fields.Names("directors", MovieModel.MaxNameLength),
        Rating = fields.Number("rating", 0, 10),
        AgeRating = AgeRating(fields, "ageRating"),
        EmbedUrl = fields.Address("embedUrl"),
        StreamUrl = fields.Address("streamUrl"),
        Quality = fields.Text("quality", MovieUpsert.MaxTagLength),
        Language = fields.Text("language", MovieUpsert.MaxTagLength),
        Author = fields.Nested("author", author =>
            new Author(author.Required("name", MovieModel.MaxNameLength), author.Address("url"))),
        ExternalIds = fields.Nested("externalIds", ids => new ExternalIds(
            ids.Text("imdb", MovieUpsert.MaxTagLength), ids.Text("kinopoisk", MovieUpsert.MaxTagLength),
            ids.Text("tmdb", MovieUpsert.MaxTagLength), ids.Text("wikidata", MovieUpsert.MaxTagLength))),
    };

    private static string RequiredAddress(JsonFields fields, string name)
    {
        var address = fields.Address(name);
        if (address is null)
        {
            fields.Reject(name, "is required");
        }

        return address ?? "";
    }
}

/// <summary>An item of a batch: an upsert, or the reason why it is none.</summary>
internal sealed record ReadItem(string? Source, string? ExternalId, MovieUpsert? Upsert, string? Reason)
{
    /// <summary>What the matcher needs of it, made here because here nobody waits for the writer's turn.</summary>
    public MatchRecord? Record { get; } = Upsert is null ? null : MatchRecords.Of(Upsert).Prepared();
}
