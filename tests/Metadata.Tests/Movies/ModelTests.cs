using System.Text.Json;
using Metadata.Client;

namespace Metadata.Tests.Movies;

/// <summary>Random films and random questions; the service must answer as <see cref="FilmModel"/> does.</summary>
public abstract class ModelTests(MetadataApp app)
{
    private const int Films = 120;
    private const int Questions = 150;

    private static readonly string[] Genres = ["драма", "комедия", "ужасы", "фантастика", "science-fiction & co"];
    private static readonly string[] Countries = ["СССР", "США", "Франция"];
    private static readonly string[] Sources = ["rutube", "archive", "file"];
    private static readonly int[] Ages = [0, 6, 12, 16, 18];
    private static readonly string[] Words = ["Ёлка", "Ель", "«Ежик»", "Жук", "еда", "Zorro", "абв", "12"];
    private static readonly string?[] Sorts =
        [null, "popular", "new", "rating", "year", "title", "duration", "relevance",
         "-popular", "-new", "-rating", "-year", "-title", "-duration", "-relevance"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Lists_and_facets_are_those_of_the_model(int seed)
    {
        var random = new Random(seed);
        var caller = await app.EmptyAsync();
        var films = await FillAsync(caller, random);
        for (var question = 0; question < Questions; question++)
        {
            var asked = Ask(random);
            var (sort, page, size) = (random.Pick(Sorts), random.Next(1, 4), random.Next(1, 30));
            var query = $"{asked.Query}{(sort is null ? "" : $"&sort={sort}")}&page={page}&pageSize={size}";

            var list = await caller.ListAsync(query);
            var facets = await caller.FacetsAsync(asked.Query);

            var expected = films.Kept(asked).Sorted(sort).Select(film => film.Id).ToList();
            Assert.True(expected.Count == list.Total, $"{query}: {expected.Count} expected, {list.Total} found");
            Assert.True(expected.Skip((page - 1) * size).Take(size).SequenceEqual(list.Items.Select(film => film.Id)), $"{query}: other films or order");
            Assert.Equal(Json(films.Facets(asked)), Json(facets));
        }
    }

    private static async Task<IReadOnlyList<MovieDetails>> FillAsync(Caller caller, Random random)
    {
        var ids = new HashSet<int>();
        for (var batch = 0; batch < 3; batch++)
        {
            var report = await caller.PutAsync([.. Enumerable.Range(0, Films / 3).Select(number => Film(random, (batch * Films / 3) + number))]);
            ids.UnionWith(report.Results.Select(result => result.MovieId!.Value));
        }

        foreach (var hidden in ids.Where(_ => random.Next(10) == 0))
        {
            await caller.SendAsync(HttpMethod.Delete, $"movies/{hidden}", null);
        }

        return await Task.WhenAll(ids.Select(caller.GetAsync));
    }

    private static MovieUpsert Film(Random random, int number) => Uploads.Of(
        $"{random.Pick(Words)} {random.Pick(Words)} {random.Next(3)}", random.Maybe(() => random.Next(1920, 1990)), random.Pick(Sources)) with
    {
        Views = random.Next(20),
        Genres = random.Maybe(() => random.Several(Genres)),
        Countries = random.Maybe(() => random.Several(Countries)),
        Rating = random.Maybe(() => random.Next(101) / 10.0),
        AgeRating = random.Maybe(() => random.Pick(Ages)),
        DurationSeconds = random.Maybe(() => random.Next(50, 70) * 60 + (number % 2)),
    };

    private static Asked Ask(Random random) => new()
    {
        Genres = random.Next(3) == 0 ? random.Several(Genres) : [],
        NotGenres = random.Next(5) == 0 ? random.Several(Genres) : [],
        Country = random.Next(4) == 0 ? random.Pick(Countries) : null,
        Source = random.Next(4) == 0 ? random.Pick(Sources) : null,
        YearFrom = random.Next(4) == 0 ? random.Next(1920, 1960) : null,
        YearTo = random.Next(4) == 0 ? random.Next(1950, 1990) : null,
        RatingFrom = random.Next(4) == 0 ? random.Next(101) / 10.0 : null,
        DurationFrom = random.Next(5) == 0 ? random.Next(50, 70) : null,
        DurationTo = random.Next(5) == 0 ? random.Next(50, 70) : null,
        AgeTo = random.Next(5) == 0 ? random.Pick(Ages) : null,
        Available = random.Next(5) == 0,
    };

    private static string Json(Facets facets) => JsonSerializer.Serialize(facets, MetadataJson.Default.Facets);

    public sealed class OnSqlite(SqliteApp app) : ModelTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ModelTests(app), IClassFixture<PostgresApp>;
}

internal static class Chance
{
    public static T Pick<T>(this Random random, IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    public static T? Maybe<T>(this Random random, Func<T> value)
        where T : class => random.Next(4) == 0 ? null : value();

    public static int? Maybe(this Random random, Func<int> value) => random.Next(4) == 0 ? null : value();

    public static double? Maybe(this Random random, Func<double> value) => random.Next(4) == 0 ? null : value();

    public static IReadOnlyList<string> Several(this Random random, IReadOnlyList<string> choices) =>
        [.. choices.OrderBy(_ => random.Next()).Take(random.Next(1, 4))];
}
