using System.Text.Json.Nodes;
using Hosts;
using Journey.Tests.Processes;

namespace Journey.Tests;

/// <summary>The whole product as an operator runs it: three processes, and stubs in the place of the hosts.</summary>
internal sealed class Cinema : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("onlinecinema-journey-");
    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<Uri> _addresses = LoopbackPorts.Take(3);

    private Cinema(StubRutube rutube, StubArchive archive)
    {
        Rutube = rutube;
        Archive = archive;
        Api = new PublicApi(GatewayAddress);
    }

    public StubRutube Rutube { get; }

    public StubArchive Archive { get; }

    public PublicApi Api { get; }

    public IReadOnlyDictionary<string, string> Settings => _settings;

    public Uri GatewayAddress => _addresses[2];

    public ServiceProcess Metadata { get; private set; } = null!;

    public ServiceProcess Scraper { get; private set; } = null!;

    public ServiceProcess Gateway { get; private set; } = null!;

    /// <param name="changes">Settings beyond those that lead to the stubs.</param>
    public static async Task<Cinema> OpenAsync(params (string Key, string Value)[] changes)
    {
        var cinema = new Cinema(await StubRutube.StartAsync([]), await StubArchive.StartAsync());
        cinema.Configure(changes);
        await cinema.StartMetadataAsync();
        cinema.Scraper = await ServiceProcess.StartAsync(
            Checkout.Program("Scraper"), cinema._addresses[1], cinema._settings, "serve");
        cinema.Gateway = await ServiceProcess.StartAsync(Checkout.Gateway(), cinema.GatewayAddress, cinema._settings);
        return cinema;
    }

    public async Task StartMetadataAsync() =>
        Metadata = await ServiceProcess.StartAsync(Checkout.Program("Metadata"), _addresses[0], _settings);

    /// <summary>A `scraper` command beside the running services.</summary>
    public Task<EditorCommand> EditAsync(params string[] arguments) => EditorCommand.RunAsync(_settings, arguments);

    /// <summary>Uploads a film to the stub of Rutube, with its picture, so that none is looked for outside.</summary>
    public StubVideo Upload(StubVideo video)
    {
        var here = video with
        {
            Overrides = new Dictionary<string, JsonNode?>(video.Overrides, StringComparer.Ordinal)
            {
                ["thumbnail_url"] = new Uri(Rutube.Host.BaseUrl, $"pictures/{video.Id}.jpg").ToString(),
            },
        };
        Rutube.Videos.Add(here.ToJson());
        return here;
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        foreach (var service in new[] { Gateway, Scraper, Metadata })
        {
            await service.DisposeAsync();
        }

        await Rutube.DisposeAsync();
        await Archive.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private void Configure((string Key, string Value)[] changes)
    {
        _settings["DataDirectory"] = _data.FullName;
        _settings["Metadata__BaseUrl"] = _addresses[0].ToString();
        _settings["Scraper__BaseUrl"] = _addresses[1].ToString();
        _settings["Network__AllowPrivateAddresses"] = "true";
        _settings["Sources__rutube__BaseUrl"] = Rutube.Host.BaseUrl.ToString();
        _settings["Sources__rutube__DelayMilliseconds"] = "0";
        _settings["Sources__archive__BaseUrl"] = Archive.Host.BaseUrl.ToString();
        _settings["Sources__archive__DelayMilliseconds"] = "0";
        // The real registries are no part of a journey.
        _settings["Enrichment__Enabled"] = "false";
        _settings["Starter__Path"] = StarterWithLocalPictures();
        foreach (var (key, value) in changes)
        {
            _settings[key] = value;
        }
    }

    private string StarterWithLocalPictures()
    {
        var shipped = Path.Combine(Path.GetDirectoryName(Checkout.Program("Scraper"))!, "Starter", "films.tsv");
        var local = Path.Combine(_data.FullName, "starter.tsv");
        File.WriteAllText(local, File.ReadAllText(shipped).Replace(
            "https://archive.org/services/", Archive.Host.BaseUrl.ToString(), StringComparison.Ordinal));
        return local;
    }
}
