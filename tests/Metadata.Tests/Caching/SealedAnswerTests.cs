using System.Security.Cryptography;
using System.Text;
using Metadata.Caching;
using Metadata.Client;

namespace Metadata.Tests.Caching;

public sealed class SealedAnswerTests
{
    private const int Rounds = 1_000;
    private const string Key = "movies?genre=драма";
    private const long Stamp = 0x1234_5678_9ABC_DEF0;

    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"items":[{"id":1,"title":"Чужой"}],"total":1}""");
    private static readonly byte[] Sealed = SealedAnswer.Write(Key, Stamp, Body);

    private readonly Random _random = new(7);

    [Fact]
    public void An_untouched_answer_is_read() => Assert.Equal(Body, SealedAnswer.Read(Key, Stamp, Sealed));

    [Fact]
    public void A_changed_byte_makes_it_absent() => Assert.All(Enumerable.Range(0, Rounds), _ =>
    {
        var bytes = (byte[])Sealed.Clone();
        bytes[_random.Next(bytes.Length)] ^= (byte)_random.Next(1, 256);

        Assert.Null(SealedAnswer.Read(Key, Stamp, bytes));
    });

    [Fact]
    public void A_shortened_answer_is_absent() => Assert.All(Enumerable.Range(0, Sealed.Length), length =>
        Assert.Null(SealedAnswer.Read(Key, Stamp, Sealed[..length])));

    [Fact]
    public void A_lengthened_answer_is_absent() => Assert.All(Enumerable.Range(0, Rounds), _ =>
    {
        var more = new byte[_random.Next(1, 10_000)];
        _random.NextBytes(more);

        Assert.Null(SealedAnswer.Read(Key, Stamp, [.. Sealed, .. more]));
    });

    [Fact]
    public void Arbitrary_bytes_are_absent() => Assert.All(Enumerable.Range(0, Rounds), _ =>
    {
        var bytes = new byte[_random.Next(0, 10_000)];
        _random.NextBytes(bytes);

        Assert.Null(SealedAnswer.Read(Key, Stamp, bytes));
    });

    [Theory]
    [InlineData("movies?genre=комедия", Stamp)]
    [InlineData("facets?genre=драма", Stamp)]
    [InlineData(Key, Stamp + 1)]
    public void The_answer_to_another_query_or_of_another_state_is_absent(string key, long stamp) =>
        Assert.Null(SealedAnswer.Read(key, stamp, Sealed));

    [Fact]
    public void An_oversized_answer_is_absent_however_well_it_is_sealed()
    {
        var large = new byte[SealedAnswer.MaxBodyBytes];

        Assert.Equal(large, SealedAnswer.Read(Key, Stamp, SealedAnswer.Write(Key, Stamp, large)));
        Assert.Null(SealedAnswer.Read(Key, Stamp, SealedAnswer.Write(Key, Stamp, [.. large, 0])));
    }

    [Fact]
    public void An_answer_of_another_version_of_the_program_is_absent()
    {
        var (own, client) = (typeof(QueryCache).Module.ModuleVersionId, typeof(MovieDetails).Module.ModuleVersionId);

        Assert.Equal(Body, SealedAnswer.Read(Key, Stamp, WrittenBy(own, client)));
        Assert.Null(SealedAnswer.Read(Key, Stamp, WrittenBy(Guid.NewGuid(), client)));
        Assert.Null(SealedAnswer.Read(Key, Stamp, WrittenBy(own, Guid.NewGuid())));
    }

    private static byte[] WrittenBy(Guid program, Guid client) =>
    [
        .. SHA256.HashData(
            [.. program.ToByteArray(), .. client.ToByteArray(), .. BitConverter.GetBytes(Stamp), .. Encoding.UTF8.GetBytes(Key), .. Body]),
        .. Body,
    ];
}
