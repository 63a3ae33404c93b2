using Metadata.Indexing;
using Metadata.Matching;

namespace Metadata.Tests.Indexing;

public sealed class TitleCodeTests
{
    [Fact]
    public void Codes_compare_as_titles_do()
    {
        const int seed = 31;
        var random = new Random(seed);
        const string letters = " &0z9aязаф№ёїµ東ꙋ\uD800\uDF30\uFFFD\u0001я";
        var titles = Enumerable.Range(0, 600)
            .Select(_ => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => letters[random.Next(letters.Length)])))
            .Append("").Append(new string('я', 700)).ToList();

        var byCode = titles.Select(title => (Title: title, Code: Code(title)))
            .Order(Comparer<(string Title, byte[] Code)>.Create((one, other) => one.Code.AsSpan().SequenceCompareTo(other.Code)));

        Assert.Equal(titles.Order(StringComparer.Ordinal), byCode.Select(title => title.Title), StringComparer.Ordinal);
        Assert.All(titles, title => Assert.DoesNotContain((byte)0, Code(title)));
    }

    [Fact]
    public void An_ordinary_title_takes_a_byte_for_a_letter()
    {
        var folded = TitleText.Fold("Ёлки: 3 Йога & «Ирония судьбы, или…» The End");

        Assert.Equal(folded.Length, Code(folded).Length);
    }

    private static byte[] Code(string title) => TitleCode.Write(title, new byte[TitleCode.MaxBytes(title)]).ToArray();
}
