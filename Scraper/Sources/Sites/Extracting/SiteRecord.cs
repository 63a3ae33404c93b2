namespace Scraper.Sources.Sites.Extracting;

/// <summary>What was read of one item.</summary>
/// <param name="Key">Its own id; null where that could not be read, or for a page of its own.</param>
/// <param name="Problem">Why it is no item of the catalogue; null when all that is required was found.</param>
/// <param name="Fragment">Where it was read from, as far as a message needs it.</param>
internal sealed record SiteRecord(
    string? Key, IReadOnlyDictionary<string, IReadOnlyList<string>> Values, string? Problem, string Fragment)
{
    public string? Text(string field) => Values.GetValueOrDefault(field) is [var first, ..] ? first : null;

    public IReadOnlyList<string> Texts(string field) => Values.GetValueOrDefault(field, []);

    /// <summary>With what the item's own page says, which wins over the listing.</summary>
    public SiteRecord With(IReadOnlyDictionary<string, IReadOnlyList<string>> details)
    {
        var all = new Dictionary<string, IReadOnlyList<string>>(Values, StringComparer.Ordinal);
        foreach (var (field, values) in details)
        {
            all[field] = values;
        }

        return this with { Values = all };
    }
}
