namespace Gateway.Edge.Overload;

/// <summary>The place that a request holds while its answer is worked out. Who only waits for what others work out leaves
/// it.</summary>
internal sealed class AdmissionPlace(Admission admission)
{
    private bool _isLeft;

    public Task LeaveAsync()
    {
        if (!Interlocked.Exchange(ref _isLeft, true))
        {
            admission.Leave();
        }

        return Task.CompletedTask;
    }
}
