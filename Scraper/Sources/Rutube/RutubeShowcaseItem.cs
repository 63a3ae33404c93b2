using System.Text.Json;

namespace Scraper.Sources.Rutube;

/// <summary>Tells apart what lists of a showcase hold: videos, cards of films and series, and people.</summary>
internal static class RutubeShowcaseItem
{
    /// <summary>Whether it is to be read as a video; all that does not say that it is something else.</summary>
    public static bool IsVideo(JsonElement item) => Model(item) is null or "video";

    /// <summary>The card of a film; null for series and for all else.</summary>
    public static JsonElement? FilmCard(JsonElement item) =>
        Model(item) == "tv" && item.Field("object") is { ValueKind: JsonValueKind.Object } card
        && RutubeFields.Type(card) == RutubeCard.MovieType && card.Number("id") is > 0
            ? card
            : null;

    private static string? Model(JsonElement item) => item.Field("content_type")?.Text("model");
}
