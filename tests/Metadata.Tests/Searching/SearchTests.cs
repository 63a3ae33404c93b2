using Metadata.Client;

namespace Metadata.Tests.Searching;

public abstract class SearchTests(MetadataApp app)
{
    [Theory]
    [InlineData("брат", "Брат|Брат 2|Мой старший брат|Сёстры")]
    [InlineData("БРАТ 2", "Брат 2")]
    [InlineData("Брат II", "Брат 2")]
    [InlineData("бра", "Брат 2|Брат|Мой старший брат|Сёстры")]
    [InlineData("brother", "Брат|Сёстры")]
    [InlineData("елки", "Ёлки")]
    [InlineData("ёл", "Ёлки")]
    [InlineData("человек паук", "Человек-паук")]
    [InlineData("паук-человек", "Человек-паук")]
    [InlineData("данелия", "Афоня")]
    [InlineData("афоня данелия", "Афоня")]
    [InlineData("leon", "Леон")]
    [InlineData("Léon", "Леон")]
    [InlineData("v", "Вендетта")]
    [InlineData("ven", "Вендетта")]
    [InlineData("йога", "Йога")]
    [InlineData("и\u0306ога", "Йога")]
    [InlineData("100%", "100% любовь")]
    [InlineData("рат", "")]
    public async Task The_best_films_come_first(string q, string titles)
    {
        var caller = await app.EmptyAsync();
        await caller.PutAsync(Films);

        var found = await caller.TitlesAsync($"q={Uri.EscapeDataString(q)}");

        Assert.Equal(titles, string.Join('|', found));
    }

    [Theory]
    [InlineData("!!!")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("'\"\\")]
    [InlineData("&")]
    [InlineData("🎬")]
    public async Task A_query_of_punctuation_finds_nothing_not_everything(string q)
    {
        var caller = await app.EmptyAsync();
        await caller.PutAsync(Films);

        Assert.Equal(0, (await caller.ListAsync($"q={Uri.EscapeDataString(q)}")).Total);
        Assert.Empty(await caller.SuggestAsync($"q={Uri.EscapeDataString(q)}"));
    }

    [Fact]
    public async Task A_query_of_160_words_is_answered()
    {
        var caller = await app.EmptyAsync();
        var words = string.Join('+', Enumerable.Range(0, 160).Select(number => $"{(char)('a' + (number % 26))}{(char)('a' + (number / 26))}"));

        Assert.Equal(0, (await caller.ListAsync($"q={words}")).Total);
    }

    [Fact]
    public async Task Reversed_relevance_puts_the_best_film_last()
    {
        var caller = await app.EmptyAsync();
        await caller.PutAsync(Films);

        Assert.Equal("Сёстры|Мой старший брат|Брат 2|Брат", string.Join('|', await caller.TitlesAsync("q=брат&sort=-relevance")));
    }

    [Fact]
    public async Task Suggestions_name_the_title_that_matched()
    {
        var caller = await app.EmptyAsync();
        await caller.PutAsync(Films);

        var suggestions = await caller.SuggestAsync("q=broth&limit=2");
        var byName = await caller.SuggestAsync("q=данел");

        Assert.Equal("Брат: Brother|Сёстры: Sisters of a Brother", string.Join('|', suggestions.Select(one => $"{one.Title}: {one.Matched}")));
        Assert.Equal("Георгий Данелия", Assert.Single(byName).Matched);
        Assert.Empty(await caller.SuggestAsync(""));
    }

    private static readonly MovieUpsert[] Films =
    [
        Uploads.Of("Брат", 1997) with { Views = 1, AlternativeTitles = ["Brother"], Directors = ["Алексей Балабанов"] },
        Uploads.Of("Брат 2", 2000) with { Views = 50 },
        Uploads.Of("Мой старший брат", 1962) with { Views = 70 },
        Uploads.Of("Сёстры", 2001) with { Views = 90, OriginalTitle = "Sisters of a Brother", AlternativeTitles = ["Брат и сёстры"] },
        Uploads.Of("Ёлки", 2010),
        Uploads.Of("Человек-паук", 2002),
        Uploads.Of("Афоня", 1975) with { Directors = ["Георгий Данелия"] },
        Uploads.Of("Леон", 1994) with { OriginalTitle = "Léon" },
        Uploads.Of("Вендетта", 2006) with { OriginalTitle = "V" },
        Uploads.Of("Йога", 2012),
        Uploads.Of("100% любовь", 2013),
    ];

    public sealed class OnSqlite(SqliteApp app) : SearchTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : SearchTests(app), IClassFixture<PostgresApp>;
}
