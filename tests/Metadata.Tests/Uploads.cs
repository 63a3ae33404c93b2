using Metadata.Client;

namespace Metadata.Tests;

/// <summary>Uploads as the Scraper sends them.</summary>
internal static class Uploads
{
    private static int _made;

    /// <summary>An upload that nobody has sent yet.</summary>
    public static MovieUpsert Of(string title, int? year = null, string source = "rutube")
    {
        var id = $"{Interlocked.Increment(ref _made):x8}";
        return new MovieUpsert
        {
            Source = source,
            ExternalId = id,
            SourceUrl = $"https://{source}.example/video/{id}/",
            RawTitle = $"{title} (фильм, {year})",
            Title = title,
            Year = year,
        };
    }
}
