using Gateway.Catalog;
using Gateway.Edge;
using Gateway.Reports;
using Gateway.Site.Posters;
using Gateway.Upstream;
using Metadata.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests.Operations;

public class CheckedOptionsTests
{
    [Theory]
    [InlineData("RateLimits:PerMinute", "0", "RateLimits:PerMinute is \"0\".", "RateLimits__PerMinute")]
    [InlineData("Catalog:Deadline", "00:10:00", "Catalog:Deadline is \"00:10:00\".", "Catalog__Deadline")]
    [InlineData("Posters:MaxPictureBytes", "1", "Posters:MaxPictureBytes is \"1\".", "Posters__MaxPictureBytes")]
    [InlineData("RateLimits:PerMinute", "many", "'many' at 'RateLimits:PerMinute'", "appsettings.json")]
    [InlineData("Metadata:BaseUrl", "nonsense", "Metadata:BaseUrl is \"nonsense\".", "Metadata__BaseUrl")]
    [InlineData("Metadata:BaseUrl", "http://a:1;b", "Metadata:BaseUrl is \"http://a:1;b\".", "with ';' between them")]
    [InlineData("Upstream:MaxConnections", "0", "Upstream:MaxConnections is \"0\".", "Upstream__MaxConnections")]
    [InlineData("ForwardedHeaders:KnownProxies", "proxy.local", "\"proxy.local\"", "ForwardedHeaders:KnownProxies")]
    [InlineData("Players:Origins:0", "https://tube.example/embed", "Players:Origins:0 is \"https://tube.example/embed\".", "Players__Origins__0")]
    [InlineData("Players:Origins:0", "http://tube.example", "Players:Origins:0 is", "https://host")]
    [InlineData("Players:Origins:0", "https://*.example", "Players:Origins:0 is", "wildcard")]
    [InlineData("Players:Origins:0", "https://кино.example", "Players:Origins:0 is", "punycode")]
    [InlineData("Players:Origins:0", "https://tube.example; script-src *", "Players:Origins:0 is", "https://host")]
    [InlineData("Players:Origins:0", "https://tube.example\r\nSet-Cookie: a=b", "Players:Origins:0 is", "https://host")]
    [InlineData("Players:Origins:0", "https://user@tube.example", "Players:Origins:0 is", "https://host")]
    [InlineData("Overload:Connections", "1", "Overload:Connections is \"1\".", "Overload__Connections")]
    public void A_wrong_value_is_told_with_key_value_and_remedy(string key, string value, string found, string remedy)
    {
        var explanation = SettingException.Explain(Assert.ThrowsAny<Exception>(() => Check(key, value)));

        Assert.Contains(found, explanation, StringComparison.Ordinal);
        Assert.Contains(remedy, explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RateLimits:PerMinute", "5")]
    [InlineData("Players:Origins:0", "https://tube.example:8443")]
    [InlineData("Players:Origins:0", "https://xn--h1akeme.xn--p1ai")]
    [InlineData("Overload:Patience", "00:00:01")]
    public void Right_values_pass(string key, string value) => Check(key, value);

    // Without a host: one that fails while it starts is torn down while the test still asks it why.
    private static void Check(string key, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(key, (string?)value)]).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration);
        services.AddEdge(configuration);
        services.AddUpstream();
        services.AddCatalog();
        services.AddReports();
        services.AddPosters();
        using var provider = services.BuildServiceProvider();
        provider.CheckSettings();
    }
}
