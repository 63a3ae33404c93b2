using System.Text.RegularExpressions;

namespace Scraper.Sources;

/// <summary>A key to a host's API. Written out it shows nothing, so that no log or message gives it away.</summary>
internal sealed partial class SourceToken
{
    public const int MinLength = 20;
    public const int MaxLength = 1000;

    private readonly string _value;

    private SourceToken(string value) => _value = value;

    /// <summary>The key; null for a text that can be none.</summary>
    public static SourceToken? TryRead(string text) =>
        text.Length is >= MinLength and <= MaxLength && Characters().IsMatch(text) ? new SourceToken(text) : null;

    /// <summary>The key itself, for the request alone.</summary>
    public string Reveal() => _value;

    public override string ToString() => "(secret)";

    [GeneratedRegex(@"^[A-Za-z0-9._-]+\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Characters();
}
