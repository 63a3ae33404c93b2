using System.Globalization;

namespace Gateway.Site.Pages;

/// <summary>What the catalogue says of itself under each combination of filters.</summary>
internal static class CatalogHead
{
    private static readonly Dictionary<string, string> SourceNames =
        new(StringComparer.Ordinal) { ["rutube"] = "Rutube", ["archive"] = "Internet Archive" };

    /// <summary>Results of a search are kept out of search engines: there are endlessly many of them.</summary>
    public static PageHead Of(CatalogAddress address, SiteLanguage language)
    {
        var filters = Filters(address, language);
        var title = address.Words is { } words ? SiteLanguage.Fill(language.Search, words)
            : filters.Length > 0 ? $"{filters} — {language.Catalog}"
            : language.Catalog;
        var page = address.Value("page") is { } number ? $", {SiteLanguage.Fill(language.Page, number)}" : "";
        return new PageHead(language, title + page)
        {
            Description = filters.Length > 0 ? $"{filters}. {language.Description}" : null,
            Path = address.Canonical,
            IsIndexed = address.Words is null,
            FeedQuery = address.Filters,
        };
    }

    /// <summary>The filters in words, named as the site names them.</summary>
    public static string Filters(CatalogAddress address, SiteLanguage language) => string.Join(" · ", new[]
    {
        string.Join(", ", address.Values("genre").Select(Capital)),
        Range(address.Value("yearFrom"), address.Value("yearTo"), (language.From, language.To, "{0}")),
        address.Value("ratingFrom") is { } rating ? $"★ {SiteLanguage.Fill(language.From, rating)}" : "",
        Range(
            address.Value("durationFrom"), address.Value("durationTo"),
            (language.MinutesFrom, language.MinutesTo, language.Minutes)),
        address.Value("country") is { } country ? Capital(country) : "",
        address.Value("source") is { } source ? SourceNames.GetValueOrDefault(source, source) : "",
    }.Where(filter => filter.Length > 0));

    private static string Range(string? from, string? to, (string From, string To, string Both) words) => (from, to) switch
    {
        (null, null) => "",
        (_, null) => SiteLanguage.Fill(words.From, from),
        (null, _) => SiteLanguage.Fill(words.To, to),
        _ => SiteLanguage.Fill(words.Both, from == to ? from : $"{from}–{to}"),
    };

    private static string Capital(string name) =>
        string.Concat(name[..1].ToUpper(CultureInfo.InvariantCulture), name.AsSpan(1));
}
