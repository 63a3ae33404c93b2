using Metadata.Client;
using Metadata.Data;
using Metadata.Editing.Exclusions;

namespace Metadata.Tests.Editing;

public sealed class ExclusionRulesTests
{
    private static readonly MovieUpsert Upload = Uploads.Of("Брат", 1997) with
    {
        ExternalId = "AbC",
        RawTitle = "Брат 2 [1080p] — ЛУЧШИЕ моменты",
        Author = new Author("Кино Ёж", "https://rutube.example/Channel/7"),
    };

    [Theory]
    [InlineData(ExclusionKind.Video, "rutube", "AbC", true)]
    [InlineData(ExclusionKind.Video, "rutube", "abc", false)]
    [InlineData(ExclusionKind.Video, "archive", "AbC", false)]
    [InlineData(ExclusionKind.Author, null, "кино ёж", true)]
    [InlineData(ExclusionKind.Author, null, "кино", false)]
    [InlineData(ExclusionKind.Author, "archive", "кино ёж", false)]
    [InlineData(ExclusionKind.Author, "rutube", "https://rutube.example/channel/7", true)]
    [InlineData(ExclusionKind.Title, null, "*лучшие моменты", true)]
    [InlineData(ExclusionKind.Title, null, "лучшие моменты", false)]
    [InlineData(ExclusionKind.Title, null, "брат 2 [1080p]*", true)]
    [InlineData(ExclusionKind.Title, null, "брат . *", false)]
    [InlineData(ExclusionKind.Title, null, "брат 2 * моменты", true)]
    [InlineData(ExclusionKind.Title, null, "Брат 2 [1080p] — ЛУЧШИЕ*моменты*", true)]
    [InlineData(ExclusionKind.Title, "rutube", "*1080*", true)]
    [InlineData(ExclusionKind.Title, "archive", "*1080*", false)]
    public void A_rule_fits_what_it_names_and_nothing_else(ExclusionKind kind, string? source, string value, bool fits)
    {
        var reason = new ExclusionRules([Rule(kind, source, value)]).Reason(Upload);

        Assert.Equal(fits ? "excluded: почему (exclusion 5)" : null, reason);
    }

    [Fact]
    public void A_hostile_pattern_takes_no_longer_than_another()
    {
        var rules = new ExclusionRules([Rule(ExclusionKind.Title, null, string.Concat(Enumerable.Repeat("*а", 200)) + "*b")]);

        Assert.Null(rules.Reason(Upload with { RawTitle = new string('а', 500) }));
    }

    private static ImportExclusion Rule(ExclusionKind kind, string? source, string value) => new()
    {
        Id = 5,
        Kind = kind,
        Source = source,
        Value = value,
        Reason = "почему",
        Actor = "test",
        CreatedAt = DateTimeOffset.UnixEpoch,
    };
}
