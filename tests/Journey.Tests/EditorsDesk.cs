using Hosts;
using Journey.Tests.Processes;

namespace Journey.Tests;

/// <summary>A catalogue that an editor fills from the command line, and a stub in the place of Rutube; no site, no schedule.</summary>
internal sealed class EditorsDesk : IAsyncDisposable
{
    private readonly DirectoryInfo _data;
    private readonly Dictionary<string, string> _settings;
    private readonly StubRutube _rutube;
    private readonly ServiceProcess _metadata;

    private EditorsDesk(StubRutube rutube, ServiceProcess metadata, DirectoryInfo data, Dictionary<string, string> settings) =>
        (_rutube, _metadata, _data, _settings) = (rutube, metadata, data, settings);

    public static async Task<EditorsDesk> OpenAsync(params IReadOnlyList<StubVideo> videos)
    {
        var rutube = await StubRutube.StartAsync([]);
        var data = Directory.CreateTempSubdirectory("onlinecinema-desk-");
        var address = LoopbackPorts.Take(1)[0];
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DataDirectory"] = data.FullName,
            ["Metadata__BaseUrl"] = address.ToString(),
            ["Network__AllowPrivateAddresses"] = "true",
            ["Sources__rutube__BaseUrl"] = rutube.Host.BaseUrl.ToString(),
            ["Sources__rutube__DelayMilliseconds"] = "0",
            ["Enrichment__Enabled"] = "false",
            ["Starter__Path"] = "none.tsv",
        };
        var metadata = await ServiceProcess.StartAsync(Checkout.Program("Metadata"), address, settings);
        var desk = new EditorsDesk(rutube, metadata, data, settings);
        desk.Host(videos);
        return desk;
    }

    /// <summary>What Rutube has from now on.</summary>
    public void Host(params IReadOnlyList<StubVideo> videos)
    {
        _rutube.Videos.Clear();
        foreach (var video in videos)
        {
            _rutube.Videos.Add(video.ToJson());
        }
    }

    public Task<EditorCommand> EditAsync(params string[] arguments) => EditorCommand.RunAsync(_settings, arguments);

    /// <summary>A command that must succeed.</summary>
    public async Task<EditorCommand> DoAsync(params string[] arguments)
    {
        var command = await EditAsync(arguments);
        Assert.True(command.ExitCode == 0, $"{string.Join(' ', arguments)}: {command.ExitCode}\n{command.Output}\n{command.Messages}");
        return command;
    }

    public string File(string name) => Path.Combine(_data.FullName, name);

    public async ValueTask DisposeAsync()
    {
        await _metadata.DisposeAsync();
        await _rutube.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
