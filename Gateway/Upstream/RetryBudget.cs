namespace Gateway.Upstream;

/// <summary>Lets at most one request in five be asked twice, so that a failing Metadata is not buried under repetitions.
/// Saved up for at most so many repetitions, that a replica which breaks off costs nobody an answer.</summary>
internal sealed class RetryBudget
{
    private const int RequestsPerRetry = 5;
    private const int MostSaved = 100 * RequestsPerRetry;

    private readonly Lock _lock = new();
    private int _requests;

    /// <summary>Notes a request that may be repeated.</summary>
    public void Earn()
    {
        lock (_lock)
        {
            _requests = Math.Min(_requests + 1, MostSaved);
        }
    }

    public bool TrySpend()
    {
        lock (_lock)
        {
            if (_requests < RequestsPerRetry)
            {
                return false;
            }

            _requests -= RequestsPerRetry;
            return true;
        }
    }
}
