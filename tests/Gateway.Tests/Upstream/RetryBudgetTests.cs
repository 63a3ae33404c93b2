using Gateway.Upstream;

namespace Gateway.Tests.Upstream;

public class RetryBudgetTests
{
    private readonly RetryBudget _budget = new();

    [Fact]
    public void One_request_in_five_may_be_repeated()
    {
        var spent = 0;
        for (var request = 1; request <= 1_000; request++)
        {
            _budget.Earn();
            spent += _budget.TrySpend() ? 1 : 0;
            Assert.True(spent <= request / 5.0, $"{spent} repetitions of {request} requests");
        }

        Assert.Equal(200, spent);
    }

    [Fact]
    public void No_more_than_a_hundred_are_saved_up()
    {
        for (var request = 0; request < 100_000; request++)
        {
            _budget.Earn();
        }

        Assert.Equal(100, Enumerable.Range(0, 1_000).Count(_ => _budget.TrySpend()));
    }
}
