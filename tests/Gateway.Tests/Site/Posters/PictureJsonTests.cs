using System.Text;
using System.Text.Json.Nodes;
using Gateway.Site.Posters;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Gateway.Tests.Site.Posters;

public sealed class PictureJsonTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("links-").FullName;
    private readonly PictureJson _json;

    public PictureJsonTests()
    {
        var shelf = new PictureShelf(
            new ConfigurationBuilder().AddInMemoryCollection([new("DataDirectory", _folder)]).Build(),
            Options.Create(new PosterOptions()), NullLogger<PictureShelf>.Instance);
        shelf.Keep(
            new Uri("https://host.example/known.jpg"),
            new PictureSet("00112233445566ff", "#c85028", [new SizedPicture(40, Picture.Read(SmallPictures.Jpeg)!)]));
        _json = new PictureJson(new PictureLinks(shelf));
    }

    private string Rewrite(string json) => Encoding.UTF8.GetString(_json.Rewrite(Encoding.UTF8.GetBytes(json)).Bytes);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(
        """{"id":7,"imageUrl":"https://host.example/a.jpg","thumbnailUrl":"https://host.example/b.jpg","views":1}""",
        """{"id":7,"imageUrl":"/images/movies/7?size=l","thumbnailUrl":"/images/movies/7?size=s","views":1}""")]
    [InlineData(
        """{"id":7,"imageUrl":"https://host.example/known.jpg","thumbnailUrl":"https://host.example/b.jpg"}""",
        """{"id":7,"imageUrl":"/images/movies/7?size=l&v=00112233445566ff","imageColor":"#c85028","thumbnailUrl":"/images/movies/7?size=s&v=00112233445566ff"}""")]
    [InlineData(
        """[{"id":8,"title":"imageUrl","thumbnailUrl":"https:\/\/host.example/known.jpg"}]""",
        """[{"id":8,"title":"imageUrl","thumbnailUrl":"/images/movies/8?size=s&v=00112233445566ff","imageColor":"#c85028"}]""")]
    [InlineData(
        """{"items":[{"id":1,"imageUrl":"x"},{"id":2},{"id":3,"more":{"id":9,"imageUrl":"y"},"imageUrl":"z"}],"total":3}""",
        """{"items":[{"id":1,"imageUrl":"/images/movies/1?size=l"},{"id":2},{"id":3,"more":{"id":9,"imageUrl":"/images/movies/9?size=l"},"imageUrl":"/images/movies/3?size=l"}],"total":3}""")]
    [InlineData("""{"id":7,"title":"без картинки \"imageUrl\":\"x\""}""", """{"id":7,"title":"без картинки \"imageUrl\":\"x\""}""")]
    [InlineData("""{"imageUrl":"https://host.example/a.jpg"}""", """{"imageUrl":"https://host.example/a.jpg"}""")]
    [InlineData("""{"id":"7","imageUrl":null}""", """{"id":"7","imageUrl":null}""")]
    [InlineData("[]", "[]")]
    public void Addresses_of_pictures_lead_to_us_and_all_else_stays(string given, string expected)
    {
        var rewritten = Rewrite(given);

        Assert.Equal(expected, rewritten);
        Assert.NotNull(JsonNode.Parse(rewritten));
    }

    [Theory]
    [InlineData("""{"id":7,"imageUrl":"https://host.example/a.jpg"}""", true)]
    [InlineData("""[{"id":6,"imageUrl":"https://host.example/a.jpg"},{"id":7,"imageUrl":"https://host.example/known.jpg"}]""", true)]
    [InlineData("""{"id":7,"imageUrl":"https://host.example/known.jpg","thumbnailUrl":"https://host.example/b.jpg"}""", false)]
    [InlineData("""{"id":7,"imageUrl":"no address"}""", false)]
    [InlineData("""{"id":7}""", false)]
    public void It_is_told_whether_more_will_be_known_of_a_picture(string json, bool hasUnseen) =>
        Assert.Equal(hasUnseen, _json.Rewrite(Encoding.UTF8.GetBytes(json)).HasUnseen);
}
