using Metadata.Indexing;

namespace Metadata.Tests.Indexing;

public sealed class TagNamesTests
{
    [Theory]
    [InlineData("Драма", "драма")]
    [InlineData("  СССР ", "ссср")]
    [InlineData("a\u0000b\u0085c\u007f", "abc")]
    [InlineData("\u0000", "")]
    [InlineData("science-fiction & co", "science-fiction & co")]
    public void A_name_is_compared_in_lower_case_without_controls(string name, string key)
    {
        Assert.Equal(key, TagNames.KeyOf(name));
    }
}
