using Gateway.Edge;
using Microsoft.Extensions.Primitives;

namespace Gateway.Tests.Edge;

public class AcceptedCodingsTests
{
    [Theory]
    [InlineData("br;q=1.0, gzip;q=0.8, *;q=0.1", "Brotli")]
    [InlineData("gzip;q=1.0, identity;q=0.5, *;q=0", "Gzip")]
    [InlineData("identity, br;q=0.5", "Identity")]
    [InlineData("identity;q=0, br;q=0.5", "Brotli")]
    [InlineData("GZIP", "Gzip")]
    [InlineData("br ; q=0.5 , gzip ; q=0.6", "Gzip")]
    [InlineData("gzip;q=0", "Identity")]
    [InlineData("gzip;q=2", "Identity")]
    [InlineData("gzip;q=-1, br", "Identity")]
    [InlineData("gzip;level=9", "Identity")]
    [InlineData(",,br,", "Brotli")]
    [InlineData("*;q=0", "Identity")]
    [InlineData("deflate, compress, xz", "Identity")]
    public void The_clients_liking_decides_and_nonsense_means_identity(string header, string coding) =>
        Assert.Equal(coding, AcceptedCodings.Best(header).ToString());

    [Fact]
    public void Several_headers_count_as_one_list() =>
        Assert.Equal(Coding.Gzip, AcceptedCodings.Best(new StringValues(["br;q=0.1", "gzip"])));

    [Fact]
    public void Reading_leaves_nothing_behind()
    {
        var header = new StringValues("gzip, deflate, br;q=0.9, zstd;q=0.1");
        AcceptedCodings.Best(header);
        var before = GC.GetAllocatedBytesForCurrentThread();

        AcceptedCodings.Best(header);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
