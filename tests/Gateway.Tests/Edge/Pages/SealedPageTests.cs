using System.Text;
using Gateway.Edge;
using Gateway.Edge.Pages;

namespace Gateway.Tests.Edge.Pages;

public class SealedPageTests
{
    private static readonly Page Page = new(
        new FinishedAnswer(new FinishedBody(Encoding.UTF8.GetBytes(StubMetadata.Page(1, 2, 3)), StubMetadata.Json), "public, max-age=60"),
        "0f3a", DateTimeOffset.UnixEpoch.AddDays(1));

    [Fact]
    public void What_was_sealed_is_read()
    {
        var read = SealedPage.Read("movies?", SealedPage.Write("movies?", Page));

        Assert.Equal((Page.Stamp, Page.BegunAt, Page.Answer.CacheControl), (read?.Stamp, read?.BegunAt, read?.Answer.CacheControl));
        Assert.Equal(Page.Answer.Body.ContentType, read!.Answer.Body.ContentType);
        Assert.Equal(Page.Answer.Body.Plain.Bytes, read.Answer.Body.Plain.Bytes);
    }

    [Fact]
    public void A_thousand_damaged_pages_are_none()
    {
        var (random, whole) = (new Random(11), SealedPage.Write("movies?", Page)!);
        for (var round = 0; round < 1_000; round++)
        {
            var bytes = whole.ToArray();
            switch (round % 4)
            {
                case 0: bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8)); break;
                case 1: bytes = bytes[..random.Next(bytes.Length)]; break;
                case 2: bytes = [.. bytes, .. new byte[random.Next(1, 2_000_000)]]; break;
                default: random.NextBytes(bytes); break;
            }

            Assert.Null(SealedPage.Read("movies?", bytes));
        }
    }

    [Fact]
    public void The_page_of_another_key_is_none() => Assert.Null(SealedPage.Read("facets?", SealedPage.Write("movies?", Page)));

    [Fact]
    public void Nothing_is_none() => Assert.Null(SealedPage.Read("movies?", null));

    [Fact]
    public void A_page_of_no_one_state_is_not_sealed() => Assert.Null(SealedPage.Write("movies?", Page with { Stamp = null }));

    [Fact]
    public void Nor_is_one_that_is_too_large()
    {
        var large = new FinishedBody(new byte[SealedPage.MaxBytes], "text/plain");

        Assert.Null(SealedPage.Write("movies?", Page with { Answer = Page.Answer with { Body = large } }));
    }
}
