using Metadata.Client;

namespace Scraper.Tests.Enriching;

/// <summary>Films to be looked up.</summary>
internal static class Sought
{
    public static SoughtFilm Film(int id, string title, int? year, int? minutes = null, string? original = null) => new()
    {
        MovieId = id,
        Title = title,
        OriginalTitle = original,
        OtherTitles = [],
        Year = year,
        DurationSeconds = minutes * 60,
        Directors = [],
        ExternalIds = new ExternalIds(),
    };
}
