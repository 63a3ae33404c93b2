using System.Text.RegularExpressions;

namespace Scraper.Sources.Sites.Filters;

/// <summary>A regular expression of a definition. It runs in linear time where the expression allows that, and else is
/// cut off: no page can make it hang.</summary>
internal sealed class SafePattern
{
    private const int MaxLength = 1000;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromMilliseconds(100);

    private readonly Regex _regex;

    private SafePattern(Regex regex) => _regex = regex;

    public static (SafePattern? Pattern, string? Problem) Create(string expression)
    {
        if (expression.Length is 0 or > MaxLength)
        {
            return (null, $"an expression has 1 to {MaxLength} characters");
        }

        try
        {
            return (new SafePattern(Compile(expression)), null);
        }
        catch (ArgumentException wrong)
        {
            return (null, wrong.Message.TrimEnd('.'));
        }
    }

    public bool HasGroup(string group) => _regex.GetGroupNames().Contains(group, StringComparer.Ordinal);

    /// <summary>What the group holds at the first match; null when there is none, or none within the time limit.</summary>
    public string? Find(string text, string group)
    {
        try
        {
            return _regex.Match(text).Groups[group] is { Success: true } found ? found.Value : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>Null when the text takes longer than the time limit.</summary>
    public string? Replace(string text, string with)
    {
        try
        {
            return _regex.Replace(text, with);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static Regex Compile(string expression)
    {
        try
        {
            return new Regex(expression, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, TimeLimit);
        }
        catch (NotSupportedException)
        {
            // Lookarounds and backreferences need backtracking.
            return new Regex(expression, RegexOptions.CultureInvariant, TimeLimit);
        }
    }
}
