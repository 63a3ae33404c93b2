using System.Text.RegularExpressions;
using Hosts;
using Metadata.Client;
using Scraper.Sources;

namespace Scraper.Tests.Operations;

/// <summary>F5: others write what patterns are matched against, so none may go back over it without a limit.</summary>
public sealed class PatternsTests
{
    [Fact]
    public void Every_pattern_ends_on_the_worst_of_texts()
    {
        var patterns = Patterns.Of(typeof(ISource).Assembly).Concat(Patterns.Of(typeof(MetadataClient).Assembly)).ToList();

        Assert.NotEmpty(patterns);
        Assert.All(patterns, pattern =>
        {
            Assert.True(Patterns.IsBounded(pattern), pattern.ToString());
            Assert.All(Patterns.WorstCases, text => Assert.True(Patterns.Ends(pattern, text), $"{pattern} on {text[..10]}…"));
        });
    }

    [Fact]
    public void A_pattern_that_may_think_for_ever_is_seen()
    {
        var careless = new Regex("^(?:a|aa)+$", RegexOptions.None, TimeSpan.FromMilliseconds(300));

        Assert.False(Patterns.IsBounded(careless));
        Assert.False(Patterns.Ends(careless, Patterns.WorstCases[0]));
    }
}
