using System.Buffers.Text;
using Metadata.Indexing;

namespace Metadata.Tests.Indexing;

public sealed class ListCursorTests
{
    private static readonly SortPoint Point = new(IsKnown: true, 77, default, 5);

    public static TheoryData<string, string> Bad => new()
    {
        { "empty", "" },
        { "other text", "hello" },
        { "no base64", "AQ*=" },
        { "padded", Text(SortKey.Year) + "=" },
        { "with a blank", Text(SortKey.Year).Insert(4, " ") },
        { "cut off", Text(SortKey.Year)[..^4] },
        { "with more behind", Text(SortKey.Year) + "AAAA" },
        { "another form", Changed(0, 2) },
        { "no such sort", Changed(1, 7) },
        { "flags that do not exist", Changed(2, 4) },
        { "page one", new ListCursor(new MovieSort(SortKey.Year, false), 1, Point).ToString() },
        { "a page below zero", Changed(3, 0xFF) },
        { "film zero", new ListCursor(new MovieSort(SortKey.Year, false), 2, Point with { Id = 0 }).ToString() },
        { "a title with an end in it", Of(SortKey.Title, Point with { Tail = new byte[] { 1, 0, 2 } }) },
        { "unknown views", Of(SortKey.Popular, new SortPoint(IsKnown: false, 0, default, 5)) },
        { "an unknown year with a value", Of(SortKey.Year, Point with { IsKnown = false }) },
        { "relevance without views", Of(SortKey.Relevance, Point) },
        { "too long", Of(SortKey.Title, Point with { Tail = Enumerable.Repeat((byte)9, 5_000).ToArray() }) },
    };

    [Theory]
    [InlineData("popular", 0)]
    [InlineData("-title", 0)]
    [InlineData("title", 40)]
    [InlineData("-relevance", sizeof(ulong))]
    public void A_cursor_comes_back_as_it_went(string sort, int tailLength)
    {
        var tail = Enumerable.Range(0, tailLength).Select(place => (byte)(255 - place)).ToArray();
        var cursor = new ListCursor(MovieSort.Read(sort), 412, new SortPoint(IsKnown: true, ulong.MaxValue - 3, tail, int.MaxValue));

        Assert.True(ListCursor.TryRead(cursor.ToString(), out var read));

        Assert.Equal((cursor.Sort, cursor.Page, cursor.Last.Number, cursor.Last.Id), (read.Sort, read.Page, read.Last.Number, read.Last.Id));
        Assert.Equal(cursor.Last.Tail.ToArray(), read.Last.Tail.ToArray());
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void Another_text_is_no_cursor(string what, string text)
    {
        Assert.False(ListCursor.TryRead(text, out _), what);
    }

    [Fact]
    public void No_text_however_strange_breaks_the_reading()
    {
        const int seed = 9;
        var random = new Random(seed);
        var good = Text(SortKey.Year).ToCharArray();
        for (var attempt = 0; attempt < 20_000; attempt++)
        {
            var text = (char[])good.Clone();
            text[random.Next(text.Length)] = (char)random.Next(random.Next(2) == 0 ? 128 : char.MaxValue + 1);
            var changed = new string(text)[..random.Next(text.Length + 1)];

            Assert.True(!ListCursor.TryRead(changed, out var read) || read.ToString() == changed, $"Seed {seed}: {changed}");
        }
    }

    private static string Text(SortKey key) => Of(key, Point);

    private static string Of(SortKey key, SortPoint last) => new ListCursor(new MovieSort(key, Reversed: false), 2, last).ToString();

    private static string Changed(int place, byte value)
    {
        var bytes = Base64Url.DecodeFromChars(Text(SortKey.Year));
        bytes[place] = value;
        return Base64Url.EncodeToString(bytes);
    }
}
