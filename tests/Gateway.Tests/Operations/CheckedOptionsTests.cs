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
    public void A_wrong_value_is_told_with_key_value_and_remedy(string key, string value, string found, string remedy)
    {
        var explanation = SettingException.Explain(Assert.ThrowsAny<Exception>(() => Check(key, value)));

        Assert.Contains(found, explanation, StringComparison.Ordinal);
        Assert.Contains(remedy, explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Right_values_pass() => Check("RateLimits:PerMinute", "5");

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
