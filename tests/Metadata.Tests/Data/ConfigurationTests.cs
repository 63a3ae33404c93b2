using Metadata.Caching;
using Metadata.Client;
using Metadata.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Metadata.Tests.Data;

public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("movies.db")]
    [InlineData("Server")]
    [InlineData("Host=")]
    [InlineData("Host=a;Prot=1;Password=hidden-1")]
    public void A_database_address_that_cannot_be_read_names_its_key_and_hides_passwords(string address)
    {
        var refusal = Assert.Throws<SettingException>(() => DatabaseAddress.Read(Configuration("ConnectionStrings:Movies", address)));

        Assert.Contains("ConnectionStrings:Movies", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Data Source=FILE", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-1", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_is_shown_without_its_password()
    {
        var address = DatabaseAddress.Read(Configuration("ConnectionStrings:Movies", "Host=db;Database=films;Username=u;Password=hidden-1"));

        Assert.Equal("PostgreSQL db:5432, database films", $"{address}");
    }

    [Fact]
    public void A_redis_address_that_cannot_be_read_names_its_key()
    {
        var refusal = Assert.Throws<SettingException>(
            () => RedisAddress.Read(Configuration("ConnectionStrings:Redis", "host:6379,conectTimeout=5,password=hidden-1")));

        Assert.Contains("ConnectionStrings:Redis", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-1", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", "Cache:MaxMegabytes is \"0\".")]
    [InlineData("many", "'many' at 'Cache:MaxMegabytes'")]
    public void A_wrong_cache_size_stops_the_start_with_key_value_and_remedy(string size, string found)
    {
        var configuration = Configuration("Cache:MaxMegabytes", size);
        using var services = new ServiceCollection().AddSingleton(configuration).AddQueryCache(configuration).BuildServiceProvider();

        var refusal = Assert.ThrowsAny<Exception>(services.CheckSettings);

        var explanation = SettingException.Explain(refusal);
        Assert.Contains(found, explanation, StringComparison.Ordinal);
        Assert.Contains("Correct it in appsettings.json", explanation, StringComparison.Ordinal);
    }

    private static IConfiguration Configuration(string key, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(key, (string?)value)]).Build();
}
