using System.Globalization;
using Metadata.Client;

namespace Scraper.Editing.Movies;

/// <summary>Shows where a film's values come from and why its videos are in it.</summary>
internal static class ProvenanceScreen
{
    private const int MaxValueLength = 60;

    public static void Write(Terminal terminal, MovieDetails movie, MovieProvenance why)
    {
        MovieScreen.WriteName(terminal, movie);
        terminal.WriteTable(
            ["Field", "Value", "Layer", "Source", "Video"],
            why.Fields.Where(origin => origin.Layer != FieldLayer.Unknown).Select(origin => new[]
            {
                origin.Field, FieldText.Show(origin.Value, MaxValueLength), LayerOf(origin, movie), SourceOf(origin),
                origin.VideoId?.ToString(CultureInfo.InvariantCulture) ?? "",
            }));
        var unknown = why.Fields.Where(origin => origin.Layer == FieldLayer.Unknown).Select(origin => origin.Field).ToList();
        if (unknown.Count > 0)
        {
            terminal.Out.WriteLine($"  nobody has said: {string.Join(", ", unknown)}");
        }

        terminal.WriteTable(
            ["Video", "Source", "Id at the source", "Title as uploaded", "Read as", "Because"],
            why.Videos.Select(video => new[]
            {
                video.VideoId.ToString(CultureInfo.InvariantCulture), video.Source, video.ExternalId, video.RawTitle,
                string.Create(CultureInfo.InvariantCulture, $"{video.Title}{(video.Year is { } year ? $" ({year})" : "")}"),
                video.ByHand ? $"{MatchReasons.OfVideo(video.Code)}, by hand" : MatchReasons.OfVideo(video.Code),
            }));
        if (why.Lookups is { Count: > 0 })
        {
            terminal.WriteTable(
                ["Registry", "Asked", "Outcome", "Because"],
                why.Lookups.Select(lookup => new[]
                {
                    lookup.Registry, lookup.AskedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                    lookup.Outcome.ToString().ToLowerInvariant(), lookup.Reason ?? "",
                }));
        }
    }

    private static string SourceOf(FieldOrigin origin) => origin.Votes is { } votes
        ? string.Create(CultureInfo.InvariantCulture, $"{origin.Source}, {votes} votes") : origin.Source ?? "";

    private static string LayerOf(FieldOrigin origin, MovieDetails movie)
    {
        var layer = origin.Layer.ToString().ToLowerInvariant();
        var isLocked = movie.LockedFields?.Contains(origin.Field, StringComparer.Ordinal) == true;
        return isLocked ? $"{layer}, locked" : layer;
    }
}
