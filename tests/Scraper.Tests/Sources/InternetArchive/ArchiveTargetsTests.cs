using Scraper.Sources.InternetArchive;

namespace Scraper.Tests.Sources.InternetArchive;

public sealed class ArchiveTargetsTests
{
    [Theory]
    [InlineData("collection:feature_films", "collection:feature_films")]
    [InlineData("COLLECTION: SciFi_Horror", "collection:SciFi_Horror")]
    [InlineData("search:title:(nosferatu) AND year:1922", "search:title:(nosferatu) AND year:1922")]
    [InlineData("item:nosferatu_1922", "item:nosferatu_1922")]
    [InlineData("item:https://archive.org/details/nosferatu_1922", "item:nosferatu_1922")]
    [InlineData("https://archive.org/details/nosferatu_1922?start=10", "item:nosferatu_1922")]
    [InlineData("https://www.archive.org/embed/Night.Of-The_Dead", "item:Night.Of-The_Dead")]
    [InlineData("archive.org/download/nosferatu_1922/nosferatu.mp4", "item:nosferatu_1922")]
    public void What_an_editor_writes_is_understood(string text, string target) =>
        Assert.Equal(target, ArchiveTargets.Read(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("feature_films")]
    [InlineData("collection:")]
    [InlineData("collection:a b")]
    [InlineData("collection:x) OR (mediatype:texts")]
    [InlineData("item:../../etc")]
    [InlineData("search:")]
    [InlineData("https://archive.org.evil.example/details/x")]
    [InlineData("video:x")]
    public void What_is_not_understood_is_refused(string text) =>
        Assert.Throws<FormatException>(() => ArchiveTargets.Read(text));
}
