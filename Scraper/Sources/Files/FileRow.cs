namespace Scraper.Sources.Files;

/// <summary>One film as it stands in a file.</summary>
/// <param name="Place">Where it stands, for messages: "line 12".</param>
/// <param name="Values">What each column holds; columns that hold nothing are left out.</param>
/// <param name="Raw">The row as written.</param>
/// <param name="Problem">Why the row as a whole cannot be read; null when it can.</param>
internal sealed record FileRow(
    string Place, IReadOnlyDictionary<string, IReadOnlyList<string>> Values, string Raw, string? Problem = null)
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Nothing = [];

    public static FileRow Unreadable(string place, string raw, string problem) => new(place, Nothing, raw, problem);
}
