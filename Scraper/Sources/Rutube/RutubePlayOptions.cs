using System.Text.Json;

namespace Scraper.Sources.Rutube;

/// <summary>Reads play/options: the player's own view of a video, which tells why one is withheld.</summary>
internal static class RutubePlayOptions
{
    // "Видео недоступно из-за ограничений в вашей стране, VPN или окончания прав на его показ"
    private const string GeoText = "Видео недоступно";

    /// <summary>The hex id that the player plays; null when the answer does not say.</summary>
    public static string? EffectiveVideo(JsonElement root) => root.Text("effective_video") ?? root.Text("video_id");

    /// <summary>Why the player would not play it; null when it would.</summary>
    public static SourceException? WhyWithheld(JsonElement root, Uri url)
    {
        if (root.Field("acl_access") is { } access && access.Field("allowed") is not null && !access.Switch("allowed"))
        {
            return new SourceException(
                SourceFailure.Geo, $"{url} says this video is not for our country or its rights ended: {access.Raw()}.");
        }

        return root.Field("detail") switch
        {
            null => null,
            { ValueKind: JsonValueKind.Object } detail when detail.Text("name") == "default_hidden_video" =>
                new SourceException(SourceFailure.Hidden, $"{url} says the author has hidden this video."),
            { } detail when IsGeo(detail) =>
                new SourceException(SourceFailure.Geo, $"{url} says this video is not for our country or its rights ended."),
            { ValueKind: JsonValueKind.Object } detail =>
                new SourceException(SourceFailure.Hidden, $"{url} says this video is withheld: {detail.Raw()}."),
            { ValueKind: JsonValueKind.String } detail =>
                new SourceException(SourceFailure.Gone, $"{url} says: {detail.Raw()}."),
            _ => null,
        };
    }

    private static bool IsGeo(JsonElement detail) => detail.ValueKind == JsonValueKind.Object
        ? detail.Items("languages").Any(language => IsGeoText(language.Text("title")))
        : IsGeoText(detail.AsText());

    private static bool IsGeoText(string? text) => text?.Contains(GeoText, StringComparison.OrdinalIgnoreCase) == true;
}
