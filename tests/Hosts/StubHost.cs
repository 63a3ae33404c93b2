using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace Hosts;

/// <summary>A request as a stub host received it.</summary>
public sealed record SeenRequest(string PathAndQuery, IReadOnlyDictionary<string, string> Headers, long At);

/// <summary>A web server on a free port of loopback that answers as it is told, remembers what it was asked, and fails on
/// demand.</summary>
public sealed class StubHost : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<SeenRequest> _requests = [];
    private readonly List<SeenRequest> _robotsRequests = [];
    private readonly List<PlannedFault> _faults = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly RequestDelegate _answer;
    private int _atOnce;
    private readonly WebApplication _server;

    private StubHost(WebApplication server, RequestDelegate answer)
    {
        _server = server;
        _answer = answer;
    }

    /// <summary>Root of the host, with the port it got.</summary>
    public Uri BaseUrl => new(_server.Urls.First());

    /// <summary>How its robots.txt is answered; there is none to begin with. Planned faults do not touch it.</summary>
    public Fault Robots { get; set; } = Fault.Status(StatusCodes.Status404NotFound);

    /// <summary>How long it thinks before each answer.</summary>
    public TimeSpan TimeToAnswer { get; set; }

    /// <summary>The most requests that were under way at the same time.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>When its robots.txt was asked for; those requests are not among the others.</summary>
    public IReadOnlyList<SeenRequest> RobotsRequests
    {
        get
        {
            lock (_lock)
            {
                return [.. _robotsRequests];
            }
        }
    }

    /// <summary>What was asked so far, in order.</summary>
    public IReadOnlyList<SeenRequest> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    public static async Task<StubHost> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            // Slow bodies are slow on purpose.
            kestrel.Limits.MinResponseDataRate = null;
        });
        var server = builder.Build();
        var host = new StubHost(server, answer);
        server.Run(host.HandleAsync);
        await server.StartAsync();
        return host;
    }

    /// <summary>The next requests whose path and query contain a text fail instead of being answered.</summary>
    public void Fail(Fault fault, int times = int.MaxValue, string where = "")
    {
        lock (_lock)
        {
            _faults.Add(new PlannedFault(fault, where) { Left = times });
        }
    }

    /// <summary>Answers everything from now on.</summary>
    public void Recover()
    {
        lock (_lock)
        {
            _faults.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _server.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var fault = Note(context);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token, context.RequestAborted);
        try
        {
            await Task.Delay(TimeToAnswer, ended.Token);
            await (fault is not null ? fault.Answer(context, ended.Token) : _answer(context));
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The client went away or the host stops: nobody is left to answer.
            context.Abort();
        }
        finally
        {
            lock (_lock)
            {
                _atOnce--;
            }
        }
    }

    private Fault? Note(HttpContext context)
    {
        var asked = context.Request.GetEncodedPathAndQuery();
        var headers = context.Request.Headers.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var request = new SeenRequest(asked, headers, TimeProvider.System.GetTimestamp());
        lock (_lock)
        {
            MostAtOnce = Math.Max(MostAtOnce, ++_atOnce);
            if (asked == "/robots.txt")
            {
                _robotsRequests.Add(request);
                return Robots;
            }

            _requests.Add(request);
            var planned = _faults.Find(fault => fault.Left > 0 && asked.Contains(fault.Where, StringComparison.Ordinal));
            if (planned is not null)
            {
                planned.Left--;
            }

            return planned?.Fault;
        }
    }

    private sealed record PlannedFault(Fault Fault, string Where)
    {
        public int Left { get; set; }
    }
}
