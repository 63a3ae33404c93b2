using Metadata.Client;
using Microsoft.OpenApi;

namespace Gateway.Catalog;

/// <summary>The parameters each route takes, in the order in which they are sent on, so that the same question always
/// has the same address. This table is the allow-list and the documentation.</summary>
internal static class CatalogParameters
{
    private static readonly string[] Sorts = ["relevance", "popular", "new", "rating", "year", "title", "duration"];

    public static readonly CatalogParameter Query =
        new("q", "Words of a title or a name; the last may be unfinished. Misspelt, in the other layout or script they are "
            + "understood and the answer says so; in double quotes they are taken as they are.")
        {
            MaxLength = MovieUpsert.MaxTitleLength,
        };

    /// <summary>What the list is sorted by depends on whether there are words to search for.</summary>
    public static readonly CatalogParameter Sort =
        new("sort", "Order; with a leading - reversed. Without it relevance when there is q, else popular.")
        {
            OneOf = [.. Sorts, .. Sorts.Select(sort => $"-{sort}")],
        };

    public static readonly IReadOnlyList<CatalogParameter> Filters =
    [
        Query,
        new("genre", "Genre in Russian, lower case; several mean any of them.", Repeats: true),
        new("notGenre", "Genre to leave out; several leave out each.", Repeats: true),
        new("country", "Country in Russian."),
        new("yearFrom", "Earliest year of release; leaves out films of unknown year.", JsonSchemaType.Integer)
        {
            Minimum = 0,
            Maximum = 9999,
        },
        new("yearTo", "Latest year of release; leaves out films of unknown year.", JsonSchemaType.Integer)
        {
            Minimum = 0,
            Maximum = 9999,
        },
        new("ratingFrom", "Lowest rating; leaves out films without one.", JsonSchemaType.Number)
        {
            Minimum = 0,
            Maximum = 10,
        },
        new("durationFrom", "Shortest length, minutes.", JsonSchemaType.Integer) { Minimum = 0, Maximum = 1440 },
        new("durationTo", "Greatest length, minutes.", JsonSchemaType.Integer) { Minimum = 0, Maximum = 1440 },
        new("ageTo", "Highest age mark.", JsonSchemaType.Integer) { OneOf = ["0", "6", "12", "16", "18"] },
        new("source", "Name of a source that holds the film: rutube, archive…") { MaxLength = 50 },
        new("available", "true: only films of which some video plays.", JsonSchemaType.Boolean) { Default = false },
    ];

    public static readonly IReadOnlyList<CatalogParameter> List =
    [
        .. Filters,
        new("ids", "Just these films: up to 100 ids with commas between them.") { IsIdList = true, MaxLength = 2000 },
        Sort,
        new("page", "Number of the page, from 1; past the end it is empty.", JsonSchemaType.Integer)
        {
            Minimum = 1,
            Default = 1,
        },
        new("pageSize", "Films per page.", JsonSchemaType.Integer) { Minimum = 1, Maximum = 100, Default = 24 },
        new("cursor", "nextCursor of the page before, instead of page: no gap and no repeat while films are added.")
        {
            MaxLength = 4096,
        },
    ];

    public static readonly IReadOnlyList<CatalogParameter> Similar =
        [new("limit", "How many films.", JsonSchemaType.Integer) { Minimum = 1, Maximum = 50, Default = 12 }];

    public static readonly IReadOnlyList<CatalogParameter> Suggestions =
    [
        Query,
        new("limit", "How many films.", JsonSchemaType.Integer) { Minimum = 1, Maximum = 20, Default = 8 },
    ];
}
