namespace Benchmarks.Scenarios;

/// <summary>The parser that needs no parser: a title ends before the first bracket, bar or dash, and before its year.</summary>
internal static class NaiveCut
{
    private static readonly string[] Borders = ["(", "[", "|", "/", " - ", " – ", " — "];

    public static string Of(string raw)
    {
        var end = Borders.Select(border => raw.IndexOf(border, StringComparison.Ordinal)).Where(at => at > 0)
            .DefaultIfEmpty(raw.Length).Min();
        var cut = raw[..end].TrimEnd(' ', ',');

        return cut.Length > 5 && cut[^4..].All(char.IsAsciiDigit) && cut[^5] == ' ' ? cut[..^5].TrimEnd(' ', ',') : cut;
    }
}
