using Metadata.Matching;
using Metadata.Tests.Movies;

namespace Metadata.Tests.Matching;

public sealed class FilmClustersTests
{
    private static readonly HashSet<Rejection> None = [];

    [Fact]
    public void A_chain_of_years_is_no_single_film()
    {
        var found = Resolve(None, Records.Of("Вий = 1966"), Records.Of("Вий = 1967"), Records.Of("Вий = 1967"), Records.Of("Вий = 1968"));

        Assert.Equal([3, 1], found.Films.Select(film => film.Records.Count));
        Assert.Equal("refused", Assert.Single(found.Reviews).Reason);
    }

    [Fact]
    public void Two_ids_of_one_registry_stay_two_films()
    {
        var found = Resolve(
            None, Records.Of("Вий = 1967, imdb:tt1"), Records.Of("Вий = 1967, imdb:tt2"), Records.Of("Вий = 1967"));

        Assert.Equal(2, found.Films.Count);
    }

    [Fact]
    public void An_upload_that_says_nothing_does_not_join_two_films()
    {
        var found = Resolve(
            None, Records.Of("Мама = 1999, 5400, Юрий Егоров"), Records.Of("Мама = 1999"), Records.Of("Мама = 1999, 7200, Денис Евстигнеев"));

        Assert.Equal(2, found.Films.Count);
    }

    [Fact]
    public void A_record_without_a_year_joins_the_only_film_of_its_title()
    {
        var found = Resolve(None, Records.Of("Вий = 1967, 4500"), Records.Of("Вий = 4520"), Records.Of("Вий"));

        Assert.Equal([2, 1], found.Films.Select(film => film.Records.Count).OrderDescending());
        Assert.Equal("year-unknown", Assert.Single(found.Reviews).Reason);
    }

    [Fact]
    public void A_record_without_a_year_that_can_be_two_films_is_left_to_an_editor()
    {
        var found = Resolve(None, Records.Of("Вий = 1967, 4500"), Records.Of("Вий = 2014, 4510"), Records.Of("Вий = 4505"));

        Assert.Equal((3, 2), (found.Films.Count, found.Reviews.Count));
    }

    [Fact]
    public void A_director_tells_of_which_namesake_a_record_without_a_year_is()
    {
        var right = Records.Of("Вий = 2014, Олег Степченко");
        var undated = Records.Of("Вий = О. Степченко");

        var found = Resolve(None, Records.Of("Вий = 1967, 4500"), right, undated);

        Assert.Contains(found.Films, film => film.Records.Contains(right) && film.Records.Contains(undated));
    }

    [Fact]
    public void What_a_human_joined_or_parted_outranks_every_rule()
    {
        var (joined, other) = (Records.Of("Вий = 1967", 1, 7, pin: 7), Records.Of("Nothing alike = 1990", 2, 8, pin: 7));
        var parted = Records.Of("Вий = 1967", 3, 7, pin: 9);

        var found = Resolve(None, joined, other, parted);

        Assert.Equal([(7, 2), (9, 1)], found.Films.Select(film => (film.MovieId, film.Records.Count)).Order());
        Assert.Empty(found.Reviews);
    }

    [Fact]
    public void What_a_human_rejected_is_neither_joined_nor_asked_again()
    {
        var found = Resolve(new HashSet<Rejection> { new(3, 7) }, Records.Of("Вий = 1967", 1, 7), Records.Of("Вий = 1967", 3, 8));

        Assert.Equal([7, 8], found.Films.Select(film => film.MovieId).Order());
        Assert.Empty(found.Reviews);
    }

    [Theory]
    [InlineData(4, 9, 9, 9)]
    [InlineData(4, 9, 0, 4)]
    [InlineData(0, 0, 9, 9)]
    [InlineData(0, 0, 0, 0)]
    public void A_film_keeps_the_number_that_most_of_its_records_have(int first, int second, int third, int expected)
    {
        var found = Resolve(None, Records.Of("Вий = 1967", 1, first), Records.Of("Вий = 1967", 2, second), Records.Of("Вий = 1967", 3, third));

        Assert.Equal(expected, Assert.Single(found.Films).MovieId);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_order_of_the_records_changes_nothing(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var records = Crowd(random);
            var rejected = random.Next(3) == 0 ? new HashSet<Rejection> { new(1, 2), new(3, 4) } : None;
            var expected = Describe(FilmClusters.Resolve(records, rejected));

            var shuffled = records.OrderBy(_ => random.Next()).ToList();

            Assert.Equal(expected, Describe(FilmClusters.Resolve(shuffled, rejected)));
        }
    }

    // Namesakes, near years, parts, wrong ids and human decisions, as thick as they never are.
    private static IReadOnlyList<MatchRecord> Crowd(Random random) => [.. Enumerable.Range(1, random.Next(2, 14)).Select(number => Records.Of(
        $"{random.Pick(["Вий", "Вий 2", "Viy; Вий", "Вии"])} = {string.Join(", ", Facts(random))}",
        number, random.Next(4), random.Next(8) == 0 ? random.Next(1, 3) : null, random.Pick(["archive", "rutube"])))];

    private static IEnumerable<string> Facts(Random random)
    {
        if (random.Next(3) > 0)
        {
            yield return $"{random.Next(1965, 1970)}";
        }

        if (random.Next(2) == 0)
        {
            yield return $"{random.Next(4_000, 5_500)}";
        }

        if (random.Next(2) == 0)
        {
            yield return random.Pick(["К. Ершов", "Ершов Константин", "Олег Степченко"]);
        }

        yield return random.Next(5) == 0 ? $"imdb:tt{random.Next(2)}" : "tmdb:" + random.Next(40);
    }

    private static Resolution Resolve(IReadOnlySet<Rejection> rejected, params IReadOnlyList<MatchRecord> records) =>
        FilmClusters.Resolve(records, rejected);

    private static string Describe(Resolution found) => string.Join('\n', found.Films
        .Select(film => $"{film.MovieId}: {string.Join(' ', film.Records.Select(record => record.ExternalId))}").Order(StringComparer.Ordinal)
        .Concat(found.Reviews.Select(pair => $"{pair.Record.ExternalId} {pair.OtherRecord.ExternalId} {pair.Reason}").Order(StringComparer.Ordinal)));
}
