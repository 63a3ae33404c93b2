using System.Net;
using Gateway.Edge;
using Gateway.Tests.Catalog;
using Metadata.Client;
using Microsoft.Extensions.Configuration;

namespace Gateway.Tests.Edge;

public class KnownHostsTests
{
    [Theory]
    [InlineData("cinema.example", 200)]
    [InlineData("CINEMA.example:8443", 200)]
    [InlineData("www.films.example", 200)]
    [InlineData("[::1]:8080", 200)]
    [InlineData("films.example", 400)]
    [InlineData("evil.example", 400)]
    [InlineData("cinema.example.evil.example", 400)]
    [InlineData("evilfilms.example", 400)]
    public async Task Only_the_names_of_the_site_are_answered(string host, int status)
    {
        await using var app = await GatewayApp.StartAsync("AllowedHosts=cinema.example;*.films.example;[::1]");
        app.Metadata.On("/api/v1/facets", "{}");

        using var response = await app.GetAsync("/api/v1/facets", $"Host: {host}");

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_refused_name_gets_a_problem_and_does_not_come_back()
    {
        await using var app = await GatewayApp.StartAsync("AllowedHosts=cinema.example");

        using var response = await app.GetAsync("/", "Host: evil.example");

        var problem = await ReadCatalogTests.ReadProblemAsync(response);
        Assert.Equal(400, problem.GetProperty("status").GetInt32());
        Assert.DoesNotContain("evil", problem.ToString(), StringComparison.Ordinal);
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task An_orchestrator_may_ask_by_address()
    {
        await using var app = await GatewayApp.StartAsync("AllowedHosts=cinema.example");

        using var response = await app.GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("https://cinema.example")]
    [InlineData("cinema.example:8080")]
    [InlineData("cinema.example/films")]
    [InlineData("*cinema.example")]
    public void What_is_no_name_is_refused_with_a_remedy(string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(KnownHosts.Key, (string?)value)]).Build();

        var mistake = Assert.Throws<SettingException>(() => KnownHosts.Read(configuration));

        Assert.Contains($"AllowedHosts holds \"{value}\"", mistake.Message, StringComparison.Ordinal);
    }
}
