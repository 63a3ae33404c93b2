using System.Reflection;
using System.Text.RegularExpressions;
using Scraper.Normalizing;

namespace Scraper.Tests.Normalizing;

/// <summary>Uploaders write the input: a pattern that backtracks without a limit could hang a run.</summary>
public class PatternsTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);

    [Fact]
    public void Every_pattern_of_reading_and_judging_is_bounded()
    {
        var patterns = typeof(TitleReader).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("Scraper.Normalizing", StringComparison.Ordinal) == true
                || type.Namespace?.StartsWith("Scraper.Classifying", StringComparison.Ordinal) == true)
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(method => method.ReturnType == typeof(Regex) && method.GetParameters().Length == 0)
            .Select(method => (Regex)method.Invoke(null, null)!)
            .ToList();

        Assert.NotEmpty(patterns);
        Assert.All(patterns, pattern => Assert.True(
            pattern.MatchTimeout <= Limit && pattern.MatchTimeout > TimeSpan.Zero
            || pattern.Options.HasFlag(RegexOptions.NonBacktracking),
            pattern.ToString()));
    }
}
