using Hosts;
using Metadata.Data;

namespace Metadata.Tests.Operations;

/// <summary>F5: visitors write what patterns are matched against, so none may go back over it without a limit.</summary>
public sealed class PatternsTests
{
    [Fact]
    public void Every_pattern_is_bounded() =>
        Assert.All(Patterns.Of(typeof(Catalogue).Assembly), pattern => Assert.True(Patterns.IsBounded(pattern), pattern.ToString()));
}
