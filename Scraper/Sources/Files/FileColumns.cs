namespace Scraper.Sources.Files;

/// <summary>The columns of a file of films, named as in the API.</summary>
internal static class FileColumns
{
    public static readonly IReadOnlyList<string> Required = ["title", "sourceUrl"];

    /// <summary>Columns that hold several values; in CSV and TSV with semicolons between them.</summary>
    public static readonly IReadOnlyList<string> Lists = ["alternativeTitles", "genres", "countries", "directors"];

    public static readonly IReadOnlyList<string> All =
    [
        .. Required, .. Lists, "source", "externalId", "originalTitle", "year", "imageUrl", "thumbnailUrl", "views",
        "publishedAt", "durationSeconds", "description", "rating", "ageRating", "embedUrl", "streamUrl", "quality",
        "language", "authorName", "authorUrl",
    ];

    public static bool HoldsSeveral(string column) => Lists.Contains(column, StringComparer.Ordinal);

    /// <summary>What is wrong with a set of names; null when nothing is.</summary>
    public static string? WhatIsWrong(IReadOnlyCollection<string> names)
    {
        if (names.FirstOrDefault(name => !All.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            return $"\"{unknown}\" is no column. Did you mean {NearestName.Of(unknown, All)}? Known: {string.Join(", ", All)}";
        }

        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
        {
            return $"the column {twice.Key} comes twice";
        }

        return Required.FirstOrDefault(name => !names.Contains(name, StringComparer.Ordinal)) is { } missing
            ? $"the column {missing} is missing"
            : null;
    }

    public static IReadOnlyList<string> Split(string column, string value) => HoldsSeveral(column)
        ? value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        : [value];
}
