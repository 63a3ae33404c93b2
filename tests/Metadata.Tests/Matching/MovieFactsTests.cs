using Metadata.Client;
using Metadata.Data;
using Metadata.Matching;

namespace Metadata.Tests.Matching;

public sealed class MovieFactsTests
{
    [Theory]
    [InlineData("Сталкер", "Сталкер (реставрация)", "Stalker", "Сталкер")]
    [InlineData("СТАЛКЕР ФИЛЬМ", "Сталкер", "Stalker", "Сталкер")]
    [InlineData("Сталкер", "Сталкер. Зона", "Сталкер. Зона", "Сталкер. Зона")]
    [InlineData("Сталкер", "Сталкер: Желание", "Stalker", "Сталкер: Желание")]
    [InlineData("Stalker", "Stalker", "Сталкер", "Сталкер")]
    public void The_title_is_elected(string first, string second, string third, string expected)
    {
        var movie = Film(Upload(1, first), Upload(2, second), Upload(3, third));

        MovieFacts.Settle(movie);

        Assert.Equal(expected, movie.Title);
    }

    [Theory]
    [InlineData(1979, 1980, 1980, 1980)]
    [InlineData(1980, 1979, null, 1979)]
    [InlineData(null, 1979, null, 1979)]
    public void The_year_goes_by_majority_and_of_equals_the_earlier(int? first, int? second, int? third, int? expected)
    {
        var (one, two, three) = (Upload(1, "Сталкер"), Upload(2, "Сталкер"), Upload(3, "Сталкер"));
        (one.Year, two.Year, three.Year) = (first, second, third);
        var movie = Film(one, two, three);

        MovieFacts.Settle(movie);

        Assert.Equal(expected, movie.Year);
    }

    [Fact]
    public void A_registry_is_believed_before_uploaders_and_an_editor_before_all()
    {
        var uploader = Upload(1, "Сталкер");
        (uploader.Year, uploader.Rating, uploader.Description) = (1980, 5, "Зона");
        var registry = Upload(2, "Сталкер");
        (registry.Year, registry.Rating, registry.ImdbId) = (1979, 8.1, "tt0079944");
        var movie = Film(uploader, registry);
        (movie.LockedFields, movie.DurationSeconds) = (MovieFields.DurationSeconds, 9_720);

        MovieFacts.Settle(movie);

        Assert.Equal((1979, 8.1, "Зона", 9_720), (movie.Year, movie.Rating, movie.Description, movie.DurationSeconds));
        var origins = MovieOrigins.Explain(movie).Fields.ToDictionary(field => field.Field, StringComparer.Ordinal);
        Assert.Equal((FieldLayer.Registry, 2), (origins["year"].Layer, origins["year"].VideoId));
        Assert.Equal((FieldLayer.Uploader, 1), (origins["description"].Layer, origins["description"].VideoId));
        Assert.Equal((FieldLayer.Editor, 9_720), (origins["durationSeconds"].Layer, origins["durationSeconds"].Value!.Value.GetInt32()));
        Assert.Equal(FieldLayer.Unknown, origins["originalTitle"].Layer);
        Assert.Equal(FieldLayer.Computed, origins["views"].Layer);
    }

    [Fact]
    public void A_film_is_available_while_one_upload_plays_and_views_add_up()
    {
        var (gone, plays) = (Upload(1, "Сталкер"), Upload(2, "Сталкер"));
        (gone.Availability, gone.Views, plays.Views) = (Availability.Gone, 5, 7);
        var movie = Film(gone, plays);

        MovieFacts.Settle(movie);
        Assert.Equal((true, 12), (movie.IsAvailable, movie.Views));
        plays.Availability = Availability.Gone;
        MovieFacts.Settle(movie);

        Assert.False(movie.IsAvailable);
    }

    private static Movie Film(params IReadOnlyList<Video> videos)
    {
        var movie = new Movie { Id = 1, Title = "", AddedAt = DateTimeOffset.UnixEpoch };
        movie.Videos.AddRange(videos);
        return movie;
    }

    private static Video Upload(int id, string title) => new()
    {
        Id = id,
        Movie = new Movie { Title = "", AddedAt = DateTimeOffset.UnixEpoch },
        Source = "rutube",
        ExternalId = $"{id}",
        Title = title,
    };
}
