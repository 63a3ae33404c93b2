using System.Text;
using Scraper.Recording;

namespace Scraper.Tests.Recording;

public sealed class SecretMaskTests
{
    [Theory]
    [InlineData("https://a.example/x?q=1&access_token=abc&v=5", "https://a.example/x?q=1&access_token=***&v=5")]
    [InlineData("https://a.example/x?API_KEY=abc", "https://a.example/x?API_KEY=***")]
    [InlineData("https://a.example/x?api%5Fkey=abc#part", "https://a.example/x?api%5Fkey=***#part")]
    [InlineData("https://a.example/x?key=a&key=b", "https://a.example/x?key=***&key=***")]
    [InlineData("https://a.example/x?token=", "https://a.example/x?token=***")]
    [InlineData("https://a.example/x?query=token", "https://a.example/x?query=token")]
    [InlineData("https://a.example/token", "https://a.example/token")]
    [InlineData("https://a.example/x?token", "https://a.example/x?token")]
    public void Values_of_telling_parameters_are_masked(string url, string masked) =>
        Assert.Equal(masked, SecretMask.Of(new Uri(url)));

    [Theory]
    [InlineData("https://a.example/x?token=0123456789", "next?token=0123456789", true)]
    [InlineData("https://a.example/x?token=0123%2B456789", "0123+456789", true)]
    [InlineData("https://a.example/x?token=0123456789", "nothing of it", false)]
    [InlineData("https://a.example/x?token=ab", "a word with ab in it", false)]
    [InlineData("https://a.example/x?q=0123456789", "0123456789", false)]
    public void A_body_that_repeats_a_secret_is_known(string url, string body, bool repeats) =>
        Assert.Equal(repeats, SecretMask.IsIn(new Uri(url), Encoding.UTF8.GetBytes(body)));
}
