using Gateway.Edge;
using Metadata.Client;

namespace Gateway.Tests.Edge;

public class RuntimeFloorTests
{
    [Theory]
    [InlineData("10.0.0-rc.1.25451.107+2db1f5ee2b")]
    [InlineData("9.0.9+abc")]
    [InlineData("")]
    public void A_server_that_lets_requests_be_smuggled_is_not_started(string version)
    {
        var refusal = Assert.Throws<SettingException>(() => RuntimeFloor.Check(version));

        Assert.Contains("CVE-2025-55315", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.0.0+abc")]
    [InlineData("10.0.12")]
    [InlineData("11.0.0")]
    public void A_repaired_one_is(string version) => RuntimeFloor.Check(version);

    [Fact]
    public void The_one_that_runs_these_tests_is_repaired() => RuntimeFloor.Check();
}
