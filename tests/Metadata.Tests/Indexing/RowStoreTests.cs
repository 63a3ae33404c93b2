using Metadata.Indexing;

namespace Metadata.Tests.Indexing;

public sealed class RowStoreTests
{
    [Theory]
    [InlineData(41)]
    [InlineData(42)]
    public void Rows_are_those_last_written_however_often_they_change(int seed)
    {
        const int films = 500;
        var random = new Random(seed);
        var rows = new RowStore<int>();
        rows.Grow(films);
        var expected = new int[films][];
        for (var write = 0; write < 30_000; write++)
        {
            var id = random.Next(films);
            expected[id] = [.. Enumerable.Range(0, random.Next(8)).Select(_ => random.Next(1, 100))];

            rows.Write(id, expected[id]);

            var other = random.Next(films);
            Assert.True(rows[other].SequenceEqual(expected[other] ?? []), $"Seed {seed}, write {write}: film {other} has another row.");
        }
    }

    [Fact]
    public void Memory_does_not_grow_with_the_number_of_writes()
    {
        var rows = new RowStore<byte>();
        rows.Grow(100);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var write = 0; write < 100_000; write++)
        {
            rows.Write(1 + (write % 99), [1, 2, 3, (byte)(1 + (write % 200))]);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000);
    }
}
