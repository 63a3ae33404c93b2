using Metadata.Indexing;

namespace Metadata.Tests.Indexing;

public sealed class TagFilmsTests
{
    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void Films_come_and_go_in_either_form(int seed)
    {
        const int capacity = 4_096;
        var random = new Random(seed);
        var (films, expected) = (new TagFilms(), new HashSet<int>());
        var kept = new Bitmap();
        Enumerable.Range(0, capacity).Where(_ => random.Next(2) == 0).ToList().ForEach(id => kept.Add(id));
        kept.Add(capacity - 1);
        for (var step = 0; step < 200; step++)
        {
            var growing = step / 40 % 2 == 0;
            for (var change = 0; change < 40; change++)
            {
                var id = random.Next(capacity);
                Change(films, expected, growing && random.Next(10) > 0, id);
            }

            films.Settle(capacity);

            using var found = RentedBitmap.Rent(capacity);
            films.OrInto(found);
            var shown = $"Seed {seed}, step {step}";
            Assert.True(expected.Count == found.Count() && expected.All(found.Contains), shown);
            Assert.True(expected.Count(kept.Contains) == films.CountIn(kept), shown);
            Assert.True(expected.Count == 0 == films.IsEmpty, shown);
            Assert.True(Enumerable.Range(0, 300).All(id => films.Contains(id) == expected.Contains(id)), shown);
        }
    }

    private static void Change(TagFilms films, HashSet<int> expected, bool add, int id)
    {
        if (add)
        {
            films.Add(id);
            expected.Add(id);
        }
        else
        {
            var gone = expected.Count > 0 ? expected.First() : id;
            films.Remove(gone);
            expected.Remove(gone);
        }
    }
}
