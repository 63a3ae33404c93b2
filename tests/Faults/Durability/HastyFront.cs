using Faults.Rig;
using Hosts;
using Microsoft.AspNetCore.Http;

namespace Faults.Durability;

/// <summary>Stands before the service and acknowledges every batch before the service has it: the mistake that the tests of
/// durability exist to find.</summary>
internal sealed class HastyFront : IAsyncDisposable
{
    private readonly StubHost _host;

    private HastyFront(StubHost host)
    {
        _host = host;
        Api = new Api(Installation.NewClient(host.BaseUrl));
    }

    public Api Api { get; }

    public static async Task<HastyFront> StartAsync(Installation behind) => new(await StubHost.StartAsync(async context =>
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var batch = new Batch(context.Request.Headers["Idempotency-Key"].ToString(), body.ToArray(), []);
        // Nobody waits for it: its failure is what is lost.
        _ = behind.Api.PutAsync(batch);
        await context.Response.WriteAsync("{}");
    }));

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await _host.DisposeAsync();
    }
}
