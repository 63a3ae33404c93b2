using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Gateway.Site.Pages;

/// <summary>The site and its search in the words of schema.org, as JSON-LD that may stand in HTML.</summary>
internal static class SiteData
{
    private static readonly JsonSerializerOptions ForHtml = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(SiteLanguage language, string origin) => new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "WebSite",
        ["name"] = SiteLanguage.SiteName,
        ["description"] = language.Description,
        ["url"] = origin + language.Address("/"),
        ["inLanguage"] = language.Code,
        ["potentialAction"] = new JsonObject
        {
            ["@type"] = "SearchAction",
            ["target"] = $"{origin}{language.Address("/catalog")}?q={{words}}",
            ["query-input"] = "required name=words",
        },
    }.ToJsonString(ForHtml);
}
