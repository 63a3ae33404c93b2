using System.Net;
using Scraper.Fetching;
using Scraper.Sources;

namespace Scraper.Tests.Fetching;

public sealed class PackedBodyTests
{
    private static readonly Uri Url = new("https://films.example/sitemap.xml.gz");

    [Fact]
    public void What_is_not_packed_stays_as_it_is()
    {
        var answer = Answer("<urlset/>"u8.ToArray());

        Assert.Same(answer, PackedBody.Unpack(answer));
    }

    [Fact]
    public void What_is_packed_badly_is_told()
    {
        byte[] broken = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF, 0xFF, 1, 2, 3, 4];

        var refused = Assert.Throws<SourceException>(() => PackedBody.Unpack(Answer(broken)));

        Assert.Equal(SourceFailure.Contract, refused.Failure);
        Assert.Contains($"{Url} is packed with gzip and broken", refused.Message, StringComparison.Ordinal);
    }

    private static FetchedBody Answer(byte[] body) => new(Url, HttpStatusCode.OK, "application/gzip", body);
}
