using Metadata.Client;

namespace Gateway.Catalog;

/// <summary>The rows of the front page.</summary>
/// <param name="Sections">In the order to show; a row without films is left out.</param>
/// <param name="Missing">Keys of the rows that could not be had in time; "facets" stands for all that hang on genres,
/// decades and sources.</param>
internal sealed record HomePage(IReadOnlyList<HomeSection> Sections, IReadOnlyList<string> Missing);

/// <summary>One row.</summary>
/// <param name="Key">Stable name: new, popular, shorts, genre:комедия, decade:1930, source:archive.</param>
/// <param name="Title">Heading in Russian.</param>
/// <param name="Query">The same list in the catalogue, as a query: "sort=new".</param>
internal sealed record HomeSection(string Key, string Title, string Query, IReadOnlyList<MovieSummary> Items);
