using Metadata.Indexing;

namespace Metadata.Tests.Indexing;

public sealed class BitmapTests
{
    // Around the ends of words, of vectors of 4 and 8 words, and far beyond both.
    private static readonly int[] Edges = [0, 1, 62, 63, 64, 65, 127, 128, 255, 256, 257, 511, 512, 513, 1_023, 1_024, 4_095, 100_000];

    [Fact]
    public void Ids_at_the_edges_of_words_are_told_apart()
    {
        foreach (var edge in Edges)
        {
            var bitmap = new Bitmap();

            Assert.True(bitmap.Add(edge));
            Assert.False(bitmap.Add(edge));

            Assert.Equal([edge], Ids(bitmap));
            Assert.Equal((true, false, false, 1), (bitmap.Contains(edge), bitmap.Contains(edge + 1), bitmap.Contains(edge + 64), bitmap.Count()));
            bitmap.Remove(edge + 1_000_000);
            bitmap.Remove(edge);
            Assert.Empty(Ids(bitmap));
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Operations_are_those_of_sets_of_any_lengths(int seed)
    {
        var random = new Random(seed);
        for (var attempt = 0; attempt < 300; attempt++)
        {
            var (one, other) = (Some(random), Some(random));
            var shown = $"Seed {seed}, attempt {attempt}";

            Assert.True(one.Intersect(other).Order().SequenceEqual(After(one, bitmap => bitmap.And(Of(other)))), shown);
            Assert.True(one.Except(other).Order().SequenceEqual(After(one, bitmap => bitmap.AndNot(Of(other)))), shown);
            Assert.True(one.Union(other).Order().SequenceEqual(After(one, bitmap => bitmap.Or(Of(other)))), shown);
            Assert.True(one.Count == Of(one).Count(), shown);
            Assert.True(one.Intersect(other).Count() == Of(one).CountCommon(Of(other)), shown);
            Assert.True(one.Intersect(other).Count() == Of(one).CountOf([.. other]), shown);
        }
    }

    [Fact]
    public void Reading_goes_on_after_an_id_and_leaves_out_what_is_skipped()
    {
        var bitmap = Of(Edges);
        for (var after = 0; after < 600; after++)
        {
            for (var skip = 0; skip < 4; skip++)
            {
                var into = new int[5];

                var read = bitmap.Read(after, skip, into);

                Assert.Equal(Edges.Where(id => id > after).Skip(skip).Take(5), into[..read]);
            }
        }
    }

    [Fact]
    public void A_borrowed_set_is_empty_whatever_was_in_its_memory()
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            using var bitmap = RentedBitmap.Rent(1_000);
            Assert.Equal(0, bitmap.Count());
            bitmap.Add(999);
        }
    }

    [Fact]
    public void A_borrowed_set_does_not_outgrow_its_memory()
    {
        using var bitmap = RentedBitmap.Rent(64);

        Assert.Throws<InvalidOperationException>(() => bitmap.Add(1_000_000));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void A_counter_knows_how_many_sets_hold_an_id(int sets)
    {
        const int seed = 13;
        var random = new Random(seed);
        var added = Enumerable.Range(0, sets).Select(_ => Some(random, 2_000)).ToList();
        using var counter = new BitCounter(2_000, sets);
        foreach (var set in added)
        {
            using var ids = RentedBitmap.Rent(2_000);
            ids.Or(Of(set));
            counter.Add(ids);
        }

        for (var count = 1; count <= sets; count++)
        {
            using var found = counter.With(count);
            Assert.Equal(Enumerable.Range(0, 2_000).Where(id => added.Count(set => set.Contains(id)) == count), Ids(found));
        }
    }

    private static HashSet<int> Some(Random random, int? below = null)
    {
        var limit = below ?? random.Next(1, 3_000);
        return [.. Enumerable.Range(0, random.Next(limit)).Select(_ => random.Next(limit))];
    }

    private static Bitmap Of(IEnumerable<int> ids)
    {
        var bitmap = new Bitmap();
        foreach (var id in ids)
        {
            bitmap.Add(id);
        }

        return bitmap;
    }

    private static List<int> After(IEnumerable<int> ids, Action<Bitmap> change)
    {
        var bitmap = Of(ids);
        change(bitmap);
        return Ids(bitmap);
    }

    private static List<int> Ids(Bitmap bitmap)
    {
        var ids = new List<int>();
        foreach (var id in bitmap)
        {
            ids.Add(id);
        }

        return ids;
    }
}
