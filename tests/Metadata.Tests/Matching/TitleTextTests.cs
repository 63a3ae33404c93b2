using Metadata.Matching;

namespace Metadata.Tests.Matching;

public sealed class TitleTextTests
{
    private const string Letters = "абвёЁЙйъЯXyz019 !\"#$%'()*+,-./:;<=>?@[\\]_{|}~«»–—&^`é№…\u00A0\u00AD";

    /// <summary>A character that is dropped makes a text one that needs Unicode's tables.</summary>
    [Fact]
    public void Plain_titles_are_read_as_all_others_are()
    {
        var random = new Random(5);
        for (var title = 0; title < 5_000; title++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => Letters[random.Next(Letters.Length)])]);

            Assert.Equal(TitleText.Words($"{text}\u200B"), TitleText.Words(text));
        }
    }
}
