using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests;

/// <summary>The Gateway on real sockets before a stub Metadata, with a data directory and a built site of its own.</summary>
internal sealed class GatewayApp : WebApplicationFactory<Program>
{
    public const string InlineScript = "document.documentElement.lang='ru'";

    public const string AppElement = "<div id=\"app\"></div>";

    public const string Page =
        "<!doctype html><html lang=\"ru\"><head><title>OnlineCinema</title><meta name=\"description\" content=\"Films\">"
        + $"<!-- boot --><script>{InlineScript}</script>"
        + "<script type=\"module\" src=\"/assets/index-a1b2c3.js\"></script></head><body>" + AppElement + "</body></html>";

    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal);
    private readonly string _folder = Directory.CreateTempSubdirectory("gateway-").FullName;
    private readonly KeptLog _log = new();
    private TimeProvider? _clock;

    // Without a port here: the factory would set it while the server is already starting. It is among the settings.
    private GatewayApp() => UseKestrel();

    public StubMetadata Metadata { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    /// <summary>What the service has logged, without stack traces.</summary>
    public IEnumerable<string> LogLines => _log.Lines;

    public string DataDirectory => Path.Combine(_folder, "data");

    public string SiteRoot => Path.Combine(_folder, "site");

    /// <param name="settings">Configuration keys and values, "RateLimits:PerMinute=5".</param>
    public static async Task<GatewayApp> StartAsync(TimeProvider? clock = null, bool withSite = true, params string[] settings)
    {
        var app = new GatewayApp { Metadata = await StubMetadata.StartAsync(), _clock = clock };
        app._settings["urls"] = "http://127.0.0.1:0";
        app._settings["Metadata:BaseUrl"] = app.Metadata.BaseUrl.ToString();
        app._settings["Stopping:Notice"] = "00:00:00";
        app._settings["Scraper:BaseUrl"] = "http://127.0.0.1:9";
        app._settings["DataDirectory"] = app.DataDirectory;
        app._settings["Site:Root"] = app.SiteRoot;
        foreach (var setting in settings)
        {
            var parts = setting.Split('=', 2);
            app._settings[parts[0]] = parts[1];
        }

        if (withSite)
        {
            app.BuildSite();
        }

        app.StartServer();
        app.Client = app.NewClient();
        return app;
    }

    public static Task<GatewayApp> StartAsync(params string[] settings) => StartAsync(null, true, settings);

    /// <summary>A client that follows no redirects and asks for no compression by itself.</summary>
    public HttpClient NewClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
    })
    {
        BaseAddress = ClientOptions.BaseAddress,
    };

    /// <summary>Sends a GET with headers, "If-None-Match: *".</summary>
    public Task<HttpResponseMessage> GetAsync(string path, params string[] headers) => SendAsync(HttpMethod.Get, path, headers);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params string[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var header in headers)
        {
            var parts = header.Split(':', 2);
            Assert.True(request.Headers.TryAddWithoutValidation(parts[0], parts[1].Trim()), header);
        }

        return await Client.SendAsync(request);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(_log));
        builder.ConfigureTestServices(services =>
        {
            if (_clock is not null)
            {
                services.AddSingleton(_clock);
            }
        });
    }

    public override async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await base.DisposeAsync();
        await Metadata.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private void BuildSite()
    {
        Directory.CreateDirectory(Path.Combine(SiteRoot, "assets"));
        File.WriteAllText(Path.Combine(SiteRoot, "index.html"), Page);
        File.WriteAllText(Path.Combine(SiteRoot, "favicon.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        File.WriteAllText(Path.Combine(SiteRoot, "assets", "index-a1b2c3.js"), string.Join('\n', Enumerable.Repeat("export const film = 'Метрополис'", 100)));
    }
}
