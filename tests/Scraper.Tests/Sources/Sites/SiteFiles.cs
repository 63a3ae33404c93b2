using System.Text.Json.Nodes;
using Hosts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Scraper.Fetching;
using Scraper.Fetching.Browsing;
using Scraper.Journal;
using Scraper.Sources;
using Scraper.Sources.Sites;
using Scraper.Sources.Sites.Definitions;

namespace Scraper.Tests.Sources.Sites;

/// <summary>A directory of definitions, begun with the examples that are shipped.</summary>
internal sealed class SiteFiles : IDisposable
{
    private readonly List<ServiceProvider> _providers = [];

    public BrowserPool Browsers { get; } = new(
        Options.Create(new BrowserOptions()), TimeProvider.System, NullLogger<BrowserPool>.Instance);

    public SiteFiles(params string[] examples)
    {
        foreach (var example in examples)
        {
            var folder = System.IO.Directory.CreateDirectory(Path.Combine(Directory, example)).FullName;
            foreach (var file in System.IO.Directory.GetFiles(Path.Combine(Examples, example)))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }
        }
    }

    public static string Examples { get; } = Path.Combine(AppContext.BaseDirectory, "sites-examples");

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("sites-").FullName;

    public string PathOf(string name) => Path.Combine(Directory, name);

    public string Definition(string example) => PathOf($"{example}/site.json");

    /// <summary>Changes a definition; without its pauses, which tests need not sit out.</summary>
    public void Change(string example, Action<JsonObject> change)
    {
        var root = JsonNode.Parse(File.ReadAllText(Definition(example)))!.AsObject();
        root["fetch"]!.AsObject()["minDelayMs"] = 0;
        change(root);
        File.WriteAllText(Definition(example), root.ToJsonString());
    }

    /// <summary>The site as a source that reads a stub in place of its host. Its samples are not looked at.</summary>
    public ISource Source(string example, StubSite stub, int pageLimit = 1000) =>
        Source(example, stub.Host.BaseUrl, LoopbackFetching.Create(), pageLimit);

    /// <param name="host">What is asked in place of the site's own host.</param>
    public ISource Source(string example, Uri host, PoliteHttpFactory requests, int pageLimit = 1000)
    {
        var (definition, problems) = SiteDefinitionReader.Read(Definition(example), File.ReadAllBytes(Definition(example)));
        Assert.Empty(problems);
        var options = new SourceOptions { BaseUrl = host, DelayMilliseconds = 0, PageLimit = pageLimit };
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("DataDirectory", (string?)PathOf("data"))]).Build();
        return new SiteSource(
            definition!, options, new SiteFetching(requests, new RenderedHttpFactory(requests, Browsers)),
            new DataDirectory(configuration), TimeProvider.System);
    }

    /// <summary>All sources, as the program has them.</summary>
    public SourceCatalog Catalog(params (string Key, string Value)[] settings) => Catalog(Directory, settings);

    public SourceCatalog Catalog(string directory, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .AddInMemoryCollection([
                KeyValuePair.Create(SiteServices.DirectoryKey, (string?)directory),
                KeyValuePair.Create("DataDirectory", (string?)PathOf("data")),
            ])
            .Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(TimeProvider.System)
            .AddLogging();
        services.AddJournal();
        var provider = services.AddSources(configuration).BuildServiceProvider();
        _providers.Add(provider);
        return provider.GetRequiredService<SourceCatalog>();
    }

    public void Dispose()
    {
        Browsers.Dispose();
        _providers.ForEach(provider => provider.Dispose());
        System.IO.Directory.Delete(Directory, recursive: true);
    }
}
