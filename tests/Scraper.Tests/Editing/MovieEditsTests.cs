using Scraper.Editing;

namespace Scraper.Tests.Editing;

public sealed class MovieEditsTests
{
    [Fact]
    public void Fields_are_set_from_what_an_editor_types()
    {
        var edit = MovieEdits.Read(["year=1975", "title=Зеркало = сон", "genres=драма; военный;", "rating=8,1", "isActive=false"]);

        Assert.Equal((1975, "Зеркало = сон", 8.1, false), (edit.Year, edit.Title, edit.Rating, edit.IsActive));
        Assert.Equal(["драма", "военный"], edit.Genres!);
    }

    [Theory]
    [InlineData("yaer=1975", "A film has no field \"yaer\". Did you mean \"year\"?")]
    [InlineData("year=old", "year is \"old\", it must be a whole number.")]
    [InlineData("year", "\"year\" is not FIELD=VALUE.")]
    [InlineData("isActive=maybe", "isActive is \"maybe\", it must be true or false.")]
    public void What_cannot_be_set_is_named(string assignment, string message)
    {
        var wrong = Assert.Throws<UsageException>(() => MovieEdits.Read([assignment]));

        Assert.StartsWith(message, wrong.Message, StringComparison.Ordinal);
    }
}
