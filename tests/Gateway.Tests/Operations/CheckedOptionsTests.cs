namespace Gateway.Tests.Operations;

public class CheckedOptionsTests
{
    [Theory]
    [InlineData("RateLimits:PerMinute=0", "RateLimits:PerMinute is \"0\".", "RateLimits__PerMinute")]
    [InlineData("Catalog:Deadline=00:10:00", "Catalog:Deadline is \"00:10:00\".", "Catalog__Deadline")]
    [InlineData("Posters:MaxPictureBytes=1", "Posters:MaxPictureBytes is \"1\".", "Posters__MaxPictureBytes")]
    [InlineData("RateLimits:PerMinute=many", "'many'", "RateLimits:PerMinute")]
    [InlineData("Metadata:BaseUrl=nonsense", "Metadata:BaseUrl is \"nonsense\".", "Metadata__BaseUrl")]
    [InlineData("ForwardedHeaders:KnownProxies=proxy.local", "\"proxy.local\"", "ForwardedHeaders:KnownProxies")]
    public async Task A_wrong_value_stops_the_start_with_key_value_and_remedy(string setting, string found, string key)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var app = await GatewayApp.StartAsync(setting);
        });

        var text = failure.ToString();
        Assert.Contains(found, text, StringComparison.Ordinal);
        Assert.Contains(key, text, StringComparison.Ordinal);
    }
}
